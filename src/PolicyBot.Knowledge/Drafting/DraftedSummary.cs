using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Drafting.Language;

namespace PolicyBot.Knowledge.Drafting;

/// <summary>A drafted summary: verbatim sentences or beginnings of them.</summary>
/// <param name="Line">One sentence, and what is unsure about it.</param>
/// <param name="Short">A few sentences.</param>
/// <param name="Points">The first sentence of each paragraph.</param>
internal sealed record DraftedSummary(
    (string Text, string? Review) Line, IReadOnlyList<string> Short, IReadOnlyList<string> Points)
{
    private const int MaxShort = 3;
    private const int MaxPoints = 10;
    private const int MinWords = 6;

    /// <summary>Drafts it from the leading sentences.</summary>
    public static DraftedSummary Create(Article article)
    {
        var headline = article.Paragraphs[0].Span;
        var all = article.Sentences.Where(s => s.Span.Start >= headline.End && s.Text.Length <= Limits.SummaryPoint)
            .ToList();
        // Salutations and captions say nothing.
        var sentences = all.Where(s => s.Text.Split(' ').Length >= MinWords && s.Text[^1] is '.' or '!' or '?' or '”')
            .ToList();
        if (sentences.Find(s => ClauseParser.Parse(SentenceWords.Read(s)) is not null) is { } first)
            sentences.RemoveRange(0, sentences.IndexOf(first));
        if (sentences.Count == 0) sentences = all;
        if (sentences.Count == 0)
            return new DraftedSummary((article.Title, "Write a summary."), [article.Title], [article.Title]);
        var points = article.Paragraphs.Skip(1)
            .Select(p => sentences.FirstOrDefault(s => s.Span.Overlaps(p.Span))?.Text)
            .OfType<string>().Distinct(StringComparer.Ordinal).Take(MaxPoints).ToList();
        return new DraftedSummary(
            CreateLine(sentences), [.. sentences.Take(MaxShort).Select(s => s.Text)],
            points.Count > 0 ? points : [sentences[0].Text]);
    }

    private static (string Text, string? Review) CreateLine(List<Passage> sentences)
    {
        var first = sentences[0].Text;
        if (first.Length <= Limits.SummaryLine) return (first, null);
        var next = sentences.Take(MaxShort).FirstOrDefault(s => s.Text.Length <= Limits.SummaryLine);
        if (next is not null) return (next.Text, "Is this what the article is about? Its first sentence is too long.");
        var cut = first.LastIndexOf(' ', Limits.SummaryLine - 1);
        return (first[..Math.Max(cut, 1)].TrimEnd(',', ';', ' '), "Shorten it: the sentence is cut off.");
    }
}
