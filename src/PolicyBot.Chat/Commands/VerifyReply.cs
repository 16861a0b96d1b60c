using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Verification;

namespace PolicyBot.Chat.Commands;

/// <summary>Creates the reply to the verdicts on a message's quotations.</summary>
/// <param name="article">The article.</param>
internal sealed class VerifyReply(ServedArticle article)
{
    /// <summary>Creates the reply, which only the user sees.</summary>
    /// <param name="verdicts">The verdicts, at least one.</param>
    public Reply Create(IReadOnlyList<QuotationVerdict> verdicts)
    {
        var isOne = verdicts.Count == 1;
        return new Reply
        {
            Kind = verdicts.All(v => v is QuotationVerdict.Verbatim) ? ReplyKind.Answer : ReplyKind.Choice,
            Title = isOne ? TitleOf(verdicts[0]) : null,
            Blocks =
            [
                .. verdicts.Index().SelectMany(v => (IEnumerable<Block>)(isOne
                    ? BlocksOf(v.Item)
                    : [new Block.Subheading($"{v.Index + 1}. {TitleOf(v.Item)}"), .. BlocksOf(v.Item)])),
                new Block.Note(VerifyTexts.OnlyWording),
            ],
            Source = article.SourceLine,
            IsPrivate = true,
        };
    }

    private static string TitleOf(QuotationVerdict verdict) => verdict switch
    {
        QuotationVerdict.Verbatim => VerifyTexts.Verbatim,
        QuotationVerdict.Altered => VerifyTexts.Altered,
        QuotationVerdict.Cut => VerifyTexts.Cut,
        QuotationVerdict.WrongSpeaker => VerifyTexts.WrongSpeaker,
        QuotationVerdict.Joined => VerifyTexts.Joined,
        QuotationVerdict.NotFound => VerifyTexts.NotFound,
        _ => throw new InvalidOperationException($"Unknown kind of verdict: {verdict.GetType().Name}."),
    };

    private IEnumerable<Block> BlocksOf(QuotationVerdict verdict) => verdict switch
    {
        QuotationVerdict.Verbatim verbatim =>
        [
            .. verbatim.IsShortened ? [new Block.Note(VerifyTexts.InFull)] : Array.Empty<Block>(),
            article.Quote(verbatim.Passage, verbatim.Speaker),
            .. Notes(VerifyTexts.DescribeSurface(verbatim), PlaceOf(verbatim.Passage)),
        ],
        QuotationVerdict.Altered altered =>
        [
            new Block.List(
                [.. altered.Edits.Where(e => !e.IsSame).Select(e => new ListItem(VerifyTexts.Describe(e)))],
                VerifyTexts.Differences),
            new Block.Note(VerifyTexts.Original),
            new Block.Excerpt(Highlight(altered)),
            .. Notes([.. altered.Facts.Select(VerifyTexts.Describe), PlaceOf(altered.Passage)]),
        ],
        QuotationVerdict.Cut cut =>
        [
            .. cut.Kinds.Select(k => new Block.Paragraph(VerifyTexts.Describe(k))),
            new Block.Note(VerifyTexts.InFull),
            new Block.Excerpt(Highlight(cut.Passage, cut.Omitted.Span)),
            .. Notes(PlaceOf(cut.Passage)),
        ],
        QuotationVerdict.WrongSpeaker wrong =>
        [
            new Block.Paragraph(VerifyTexts.DescribeSpeaker(wrong.Claimed, wrong.Speaker)),
            article.Quote(wrong.Passage, wrong.Speaker),
            .. Notes(PlaceOf(wrong.Passage)),
        ],
        QuotationVerdict.Joined joined =>
            joined.Parts.SelectMany(p => new Block[] { article.Quote(p, null), new Block.Note(PlaceOf(p)) }),
        QuotationVerdict.NotFound { Closest: { } closest } missing =>
        [
            new Block.Note(VerifyTexts.Closest),
            article.Quote(closest, null),
            .. Notes([.. missing.Facts.Select(VerifyTexts.Describe), PlaceOf(closest)]),
        ],
        _ => [],
    };

    private static IEnumerable<Block> Notes(params string?[] notes) =>
        notes.OfType<string>().Select(n => new Block.Note(n));

    private string PlaceOf(Passage passage)
    {
        var paragraphs = article.Set.Article.Paragraphs;
        var at = paragraphs.Index().Last(p => p.Item.Span.Start <= passage.Span.Start).Index;
        return VerifyTexts.DescribePlace(at, paragraphs.Count - 1);
    }

    // The article's words, with those highlighted that the quotation changed or lacks.
    private static List<ExcerptPart> Highlight(QuotationVerdict.Altered altered)
    {
        var text = altered.Passage.Text;
        var parts = new List<ExcerptPart>();
        var at = 0;
        foreach (var edit in altered.Edits.Where(e => e.Original.Length > 0))
        {
            var found = text.IndexOf(edit.Original, at, StringComparison.Ordinal);
            // With an ellipsis, the parts of a quotation may be in another order than the article's.
            if (found < 0) return [new ExcerptPart(text, false)];
            if (found > at) parts.Add(new ExcerptPart(text[at..found], false));
            parts.Add(new ExcerptPart(edit.Original, !edit.IsSame));
            at = found + edit.Original.Length;
        }

        if (at < text.Length) parts.Add(new ExcerptPart(text[at..], false));
        return parts;
    }

    private static List<ExcerptPart> Highlight(Passage passage, TextSpan span)
    {
        var (start, end) = (span.Start - passage.Span.Start, span.End - passage.Span.Start);
        return
        [
            new ExcerptPart(passage.Text[..start], false),
            new ExcerptPart(passage.Text[start..end], true),
            new ExcerptPart(passage.Text[end..], false),
        ];
    }
}
