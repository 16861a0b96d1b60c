using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Verification;

/// <summary>
/// Compares quotations with an article, word for word. It judges wording, never truth. Deterministic; safe for many
/// threads.
/// </summary>
public sealed class QuotationVerifier
{
    /// <summary>The most UTF-16 code units of a message that is checked.</summary>
    public const int MaxLength = 4000;

    /// <summary>The most quotations of one message that are checked.</summary>
    public const int MaxQuotations = 3;

    // A quotation that shares fewer words with the article isn't found in it.
    private const double LeastSharedWords = 0.5;

    // A message with so much of one passage is a quotation as a whole, whatever quotation marks it has inside.
    private const double WholeSharedWords = 0.8;

    // Shorter parts occur in many places by chance.
    private const int LeastPartWords = 4;
    private const int MaxParts = 3;

    private static readonly char[] Spaces = [' ', '\n', '\u00A0'];

    private static readonly HashSet<string> Negations =
        new(WordLists.ReadWords("negations").Append("cannot"), StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Conditions =
        new(WordLists.ReadWords("conditions"), StringComparer.OrdinalIgnoreCase);

    private readonly Article _article;
    private readonly TokenizedArticle _text;
    private readonly AttributionReader _attributions;
    private readonly ClosestSentence _closest;

    /// <summary>Prepares an article.</summary>
    public QuotationVerifier(KnowledgeSet set)
    {
        _article = set.Article;
        _text = new TokenizedArticle(_article);
        _attributions = new AttributionReader(set);
        _closest = new ClosestSentence(_article);
    }

    /// <summary>Checks the quotations of a message, or all of it if it marks none.</summary>
    /// <param name="message">The message; at most <see cref="MaxLength"/> code units.</param>
    /// <returns>A verdict for each quotation, at most <see cref="MaxQuotations"/>; empty if it has no words.</returns>
    /// <exception cref="ArgumentException">The message is too long.</exception>
    public IReadOnlyList<QuotationVerdict> Verify(string message)
    {
        if (message.Length > MaxLength)
            throw new ArgumentException($"The message is longer than {MaxLength} characters.", nameof(message));
        var whole = new ClaimedQuotation(message.Trim(), "", "");
        if (!HasWords(whole.Text)) return [];
        var marked = QuotationSplitter.Split(message).Where(q => HasWords(q.Text)).Take(MaxQuotations).ToList();
        if (marked.Count == 0 || IsQuotationAsAWhole(whole.Text, marked)) return [Verify(whole)];
        return [.. marked.Select(Verify)];
    }

    private static bool HasWords(string text) => CountWords(text) > 0;

    private static int CountWords(string text) => VerbatimTokenizer.Split(text).Count(t => t.IsWord);

    // A sentence of the article may be given as it is, with the quotation marks that it has inside.
    private bool IsQuotationAsAWhole(string message, List<ClaimedQuotation> marked)
    {
        var isOnlyMarked = marked is [var only] && !HasWords(only.Before) && !HasWords(only.After);
        if (isOnlyMarked) return false;
        var tokens = TrimEnds(VerbatimTokenizer.Split(message));
        if (_text.FindAll(tokens, 0, tokens.Count).Any()) return true;
        var isMostlyMarked = 2 * marked.Sum(q => CountWords(q.Text)) >= CountWords(message);
        if (isMostlyMarked && marked.Exists(q => _attributions.FindClaimed(q) is not null)) return false;
        var (words, shared) = (CountWords(message), CountShared(message));
        if (shared < WholeSharedWords * words) return false;
        // The words around the marked ones must be the article's too, and not the writer's.
        var around = words - marked.Sum(q => CountWords(q.Text));
        return 2 * (shared - marked.Sum(q => CountShared(q.Text))) >= around;
    }

    private int CountShared(string text)
    {
        var tokens = TrimEnds(VerbatimTokenizer.Split(text));
        return (int)Math.Round(
            SharedWords(tokens, WordAligner.Align(tokens, _text.Tokens)) * tokens.Count(t => t.IsWord));
    }

    private QuotationVerdict Verify(ClaimedQuotation quotation)
    {
        var parts = SplitAtEllipses(VerbatimTokenizer.Split(quotation.Text));
        var found = _text.FindInOrder(parts);
        if (found is null)
            return (QuotationVerdict?)FindJoined(quotation, parts) ?? CompareWithClosest(quotation, parts);
        var span = new TextSpan(_text.Tokens[found[0].Start].Span.Start, _text.Tokens[found[^1].End - 1].Span.End);
        if (found.Count > 1 && !_text.IsInOneParagraph(span)) return CreateJoined(quotation, found);
        return (QuotationVerdict?)FindCut(quotation, found, span) ?? JudgeSpeaker(quotation, found, span);
    }

    private QuotationVerdict JudgeSpeaker(
        ClaimedQuotation quotation, List<(int Start, int End)> found, TextSpan span)
    {
        var speaker = _attributions.FindQuote(span)?.Speaker;
        var claimed = _attributions.FindClaimed(quotation);
        var isAuthor =
            claimed is not null && _article.Author is { } author && _attributions.IsSameSpeaker(claimed, author);
        var isRight = claimed is null
            || (speaker is null ? isAuthor : _attributions.IsSameSpeaker(claimed, speaker));
        if (!isRight)
            return new QuotationVerdict.WrongSpeaker(_text.Slice(span), claimed!, speaker)
            {
                Quotation = quotation.Text
            };
        var passage = _text.Slice(span);
        var difference = new SurfaceDifference(quotation.Text, passage.Text);
        return new QuotationVerdict.Verbatim(passage, speaker)
        {
            Quotation = quotation.Text,
            HasOtherQuotationMarks = found.Count == 1 && difference.HasOtherQuotationMarks,
            HasOtherDashes = found.Count == 1 && difference.HasOtherDashes,
            HasOtherSpaces = found.Count == 1 && difference.HasOtherSpaces,
            IsShortened = found.Count > 1,
        };
    }

    // The parts between ellipses, each without the punctuation at its ends.
    private static List<List<VerbatimToken>> SplitAtEllipses(List<VerbatimToken> tokens)
    {
        var parts = new List<List<VerbatimToken>> { new() };
        foreach (var token in tokens)
        {
            if (token.IsEllipsis) parts.Add([]);
            else parts[^1].Add(token);
        }

        return [.. parts.Select(TrimEnds).Where(p => p.Exists(t => t.IsWord))];
    }

    private static List<VerbatimToken> TrimEnds(List<VerbatimToken> tokens)
    {
        var start = tokens.FindIndex(t => !t.IsNeutralAtEnds);
        return start < 0 ? [] : tokens[start..(tokens.FindLastIndex(t => !t.IsNeutralAtEnds) + 1)];
    }

    private QuotationVerdict.Joined CreateJoined(ClaimedQuotation quotation, List<(int Start, int End)> found) =>
        new([.. found.Select(f => _text.Slice(f.Start, f.End))]) { Quotation = quotation.Text };

    private QuotationVerdict.Cut? FindCut(ClaimedQuotation quotation, List<(int Start, int End)> found, TextSpan span)
    {
        foreach (var (before, after) in found.Zip(found.Skip(1)))
        {
            if (after.Start <= before.End) continue;
            var kinds = new List<CutKind>();
            var omitted = _text.Tokens.GetRange(before.End, after.Start - before.End).Where(t => t.IsWord).ToList();
            if (omitted.Exists(IsNegation)) kinds.Add(CutKind.Negation);
            if (omitted.Exists(t => Conditions.Contains(t.Text))) kinds.Add(CutKind.Condition);
            if (ChangesSpeaker(before, after)) kinds.Add(CutKind.Speaker);
            if (kinds.Count == 0) continue;
            return new QuotationVerdict.Cut(_text.Slice(span), _text.Slice(before.End, after.Start), kinds)
            {
                Quotation = quotation.Text,
            };
        }

        return null;
    }

    private bool ChangesSpeaker((int Start, int End) before, (int Start, int End) after)
    {
        var (first, second) = (FindSpeaker(before), FindSpeaker(after));
        if (first is not null && second is not null && first != second) return true;
        // Where a quotation inside the article begins or ends, somebody else goes on.
        // Marks right next to the words that are kept are kept with them.
        var between = _article.Body[_text.Tokens[before.End - 1].Span.End.._text.Tokens[after.Start].Span.Start];
        var (start, end) = (between.IndexOfAny(Spaces), between.LastIndexOfAny(Spaces));
        var omitted = start < 0 ? "" : between[start..end];
        if (omitted.Count(c => c == '“') != omitted.Count(c => c == '”')) return true;
        return _text.Tokens.GetRange(before.End, after.Start - before.End)
            .Exists(t => t.IsWord && AttributionReader.IsSpeechVerb(t.Text));

        string? FindSpeaker((int Start, int End) part) =>
            _attributions.FindQuote(_text.Slice(part.Start, part.End).Span)?.Speaker;
    }

    private static bool IsNegation(VerbatimToken token) =>
        Negations.Contains(token.Text) || token.Text.EndsWith("n't", StringComparison.OrdinalIgnoreCase);

    // A quotation without an ellipsis that consists of two or three pieces of the article from different places.
    private QuotationVerdict.Joined? FindJoined(ClaimedQuotation quotation, List<List<VerbatimToken>> parts)
    {
        if (parts.Count != 1) return null;
        var words = parts[0];
        var found = new List<(int Start, int End)>();
        for (var at = 0; at < words.Count;)
        {
            if (found.Count == MaxParts) return null;
            var (start, length) = _text.FindLongest(words, at);
            if (words.GetRange(at, length).Count(t => t.IsWord) < LeastPartWords) return null;
            found.Add((start, start + length));
            at += length;
            // Punctuation between the pieces is the writer's.
            while (at < words.Count && words[at].IsNeutralAtEnds) at++;
        }

        return found.Count > 1 && found.Zip(found.Skip(1)).Any(p => _text.AreApart(p.First, p.Second))
            ? CreateJoined(quotation, found)
            : null;
    }

    private QuotationVerdict CompareWithClosest(ClaimedQuotation quotation, List<List<VerbatimToken>> parts)
    {
        var edits = new List<TextEdit>();
        var (start, end) = (int.MaxValue, 0);
        var (shared, total) = (0.0, 0);
        foreach (var part in parts)
        {
            var pairs = WordAligner.Align(part, _text.Tokens);
            var words = part.Count(t => t.IsWord);
            shared += SharedWords(part, pairs) * words;
            total += words;
            edits.AddRange(EditList.Create(quotation.Text, part, _article.Body, _text.Tokens, pairs));
            foreach (var (_, original) in pairs)
            {
                if (original < 0) continue;
                start = Math.Min(start, original);
                end = Math.Max(end, original + 1);
            }
        }

        if (end > start && shared / total >= LeastSharedWords)
        {
            return new QuotationVerdict.Altered(_text.Slice(start, end), edits, EditList.FindFacts(edits))
            {
                Quotation = quotation.Text,
            };
        }

        var closest = _closest.Find(quotation.Text);
        return new QuotationVerdict.NotFound(closest, closest is null ? [] : FindFacts(quotation, parts, closest))
        {
            Quotation = quotation.Text,
        };
    }

    private static IReadOnlyList<FactDifference> FindFacts(
        ClaimedQuotation quotation, List<List<VerbatimToken>> parts, Passage closest)
    {
        var tokens = VerbatimTokenizer.Split(closest.Text);
        return [.. parts.SelectMany(part => EditList.FindFacts(
            EditList.Create(quotation.Text, part, closest.Text, tokens, WordAligner.Align(part, tokens))))];
    }

    // The share of the quotation's words that the article has in the same place.
    private double SharedWords(List<VerbatimToken> quoted, List<(int Quoted, int Original)> pairs)
    {
        var words = quoted.Count(t => t.IsWord);
        var same = pairs.Count(p => p.Quoted >= 0 && p.Original >= 0 && quoted[p.Quoted].IsWord
            && quoted[p.Quoted].Matches(_text.Tokens[p.Original], ignoreCase: p.Quoted == 0));
        return words == 0 ? 0 : (double)same / words;
    }
}
