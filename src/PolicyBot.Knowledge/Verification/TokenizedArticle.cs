using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Verification;

/// <summary>An article as quotations are compared with it: its tokens, and where runs of them are.</summary>
/// <param name="article">The article.</param>
internal sealed class TokenizedArticle(Article article)
{
    // Parts of one sentence, or so close to each other, aren't joined from two places: words are missing.
    private const int MaxMissingWords = 8;

    /// <summary>All tokens, in order.</summary>
    public List<VerbatimToken> Tokens { get; } = VerbatimTokenizer.Split(article.Body);

    /// <summary>Finds all places of some tokens of a quotation; case may differ in its first.</summary>
    public IEnumerable<int> FindAll(List<VerbatimToken> part, int from, int count)
    {
        for (var at = 0; at + count <= Tokens.Count; at++)
        {
            var i = 0;
            while (i < count && part[from + i].Matches(Tokens[at + i], ignoreCase: from + i == 0)) i++;
            if (i == count) yield return at;
        }
    }

    /// <summary>
    /// Finds the parts of a quotation, each after the one before and as close to it as possible. If a part is only
    /// before the former one, its first place is taken. Null if a part is missing.
    /// </summary>
    public List<(int Start, int End)>? FindInOrder(List<List<VerbatimToken>> parts)
    {
        List<(int Start, int End)>? best = null;
        foreach (var first in FindAll(parts[0], 0, parts[0].Count))
        {
            var found = new List<(int Start, int End)> { (first, first + parts[0].Count) };
            foreach (var part in parts.Skip(1))
            {
                var places = FindAll(part, 0, part.Count).ToList();
                if (places.Count == 0) return null;
                var next = places.Find(p => p >= found[^1].End);
                if (next < found[^1].End) next = places[0];
                found.Add((next, next + part.Count));
            }

            if (best is null || LengthOf(found) < LengthOf(best)) best = found;
        }

        return best;

        static int LengthOf(List<(int Start, int End)> found) =>
            found[^1].End >= found[0].Start ? found[^1].End - found[0].Start : int.MaxValue;
    }

    /// <summary>Finds the longest run of tokens that begins with one of a quotation's.</summary>
    public (int Start, int Length) FindLongest(List<VerbatimToken> words, int from)
    {
        var (best, longest) = (0, 0);
        for (var at = 0; at < Tokens.Count; at++)
        {
            var length = 0;
            while (from + length < words.Count && at + length < Tokens.Count
                && words[from + length].Matches(Tokens[at + length], ignoreCase: length == 0)) length++;
            if (length > longest) (best, longest) = (at, length);
        }

        return (best, longest);
    }

    /// <summary>Whether a span is in one paragraph.</summary>
    public bool IsInOneParagraph(TextSpan span) =>
        span.End > span.Start
        && article.Paragraphs.Any(p => p.Span.Start <= span.Start && span.End <= p.Span.End);

    /// <summary>Whether two pieces come from different places, and not from one with some words missing.</summary>
    public bool AreApart((int Start, int End) first, (int Start, int End) second)
    {
        if (second.Start < first.End) return true;
        var isOneSentence = article.Sentences.Any(s =>
            s.Span.Start <= Tokens[first.End - 1].Span.Start && Tokens[second.Start].Span.End <= s.Span.End);
        return !isOneSentence
            && Tokens.GetRange(first.End, second.Start - first.End).Count(t => t.IsWord) > MaxMissingWords;
    }

    /// <summary>Returns the text of a range of tokens.</summary>
    public Passage Slice(int start, int end) =>
        Slice(new TextSpan(Tokens[start].Span.Start, Tokens[Math.Max(start, end - 1)].Span.End));

    /// <summary>
    /// Returns the text of a span, with the other quotation mark of a pair if only one of them is inside.
    /// </summary>
    public Passage Slice(TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        var text = article.Body[start..end];
        var opening = text.Count(c => c == '“');
        var closing = text.Count(c => c == '”');
        if (closing > opening && start > 0 && article.Body[start - 1] == '“') start--;
        while (opening > closing && end < article.Body.Length && !char.IsWhiteSpace(article.Body[end]))
        {
            if (article.Body[end++] != '”') continue;
            opening--;
        }

        return new Passage(article.Body[start..end], new TextSpan(start, end));
    }
}
