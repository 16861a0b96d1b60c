using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation.Text;

namespace PolicyBot.Knowledge.Links;

/// <summary>Creates the directives that lead to passages of an article. Thread-safe.</summary>
internal sealed class FragmentFactory
{
    // A longer text is named by its first and last words, so that the link stays short.
    private const int MaxExact = 100;
    private const int FewWords = 4;

    private readonly string _body;
    private readonly string _folded;

    public FragmentFactory(string body) => (_body, _folded) = (body, Fold(body));

    /// <summary>Creates the directive for a passage.</summary>
    /// <param name="span">Its place in the body; at least one letter or digit in it.</param>
    public TextFragment Create(TextSpan span)
    {
        var (start, end) = Trim(span);
        var text = _body[start..end];
        var isExact = text.Length <= MaxExact && !text.Contains("\n\n", StringComparison.Ordinal);
        return isExact ? CreateExact(start, end) : CreateRange(start, end) ?? CreateExact(start, end);
    }

    // As few words around a text as make it the only such place.
    private TextFragment CreateExact(int start, int end)
    {
        var text = _body[start..end];
        if (CountPlaces(text) <= 1) return new TextFragment(text);
        var (before, after) = (GetWordsBefore(start), GetWordsAfter(end));
        for (var words = 0; words < Math.Max(before.Count, after.Count); words++)
        {
            var (prefix, left) = before.Count == 0 ? default : before[Math.Min(words, before.Count - 1)];
            var (suffix, right) = after.Count == 0 ? default : after[Math.Min(words, after.Count - 1)];
            if (CountPlaces(prefix + left + text) == 1) return new TextFragment(text, Prefix: prefix);
            if (CountPlaces(text + right + suffix) == 1) return new TextFragment(text, Suffix: suffix);
            if (CountPlaces(prefix + left + text + right + suffix) == 1)
                return new TextFragment(text, Prefix: prefix, Suffix: suffix);
        }

        // Its paragraph is repeated. The whole paragraph can be told apart by those around it.
        var (first, last) = (GetParagraphStart(0, end), GetParagraphEnd(start, _body.Length));
        return first == start && last == end ? new TextFragment(text) : Create(new TextSpan(first, last));
    }

    // The first and the last words, as many as a browser needs to find these and no others. Null if that is the text.
    private TextFragment? CreateRange(int start, int end)
    {
        var firstEnd = GetParagraphEnd(start, end);
        var lastStart = GetParagraphStart(start, end);
        var first = FindWordEnds(start, firstEnd).Skip(FewWords - 1).DefaultIfEmpty(firstEnd)
            .Select(to => _body[start..to]).ToList();
        var head = first.Find(t => CountPlaces(t) == 1);
        var prefix = head is null ? FindPrefix(start, first[0]) : null;
        head ??= first[0];
        var headEnd = start + head.Length;
        var rest = Math.Max(lastStart, headEnd);
        var last = FindWordStarts(rest, end).Skip(FewWords - 1).DefaultIfEmpty(rest).ToList();
        var found = last.FindIndex(at => CountPlaces(_body[at..end], Fold(_body[headEnd..end])) == 1);
        var tailStart = last[found < 0 ? last.Count - 1 : found];
        return tailStart <= headEnd ? null : new TextFragment(head, _body[tailStart..end], prefix);
    }

    private string? FindPrefix(int start, string text) => GetWordsBefore(start)
        .Where(p => CountPlaces($"{p.Text}{p.Gap}{text}") == 1).Select(p => p.Text).FirstOrDefault();

    private int CountPlaces(string text) => CountPlaces(text, _folded);

    private static int CountPlaces(string text, string within)
    {
        var wanted = Fold(text);
        var count = 0;
        for (var at = 0; (at = within.IndexOf(wanted, at, StringComparison.Ordinal)) >= 0; at++) count++;
        return count;
    }

    // What a browser doesn't tell apart.
    private static string Fold(string text) => new FoldedText(text, TextDifferences.All).Text;

    private (int Start, int End) Trim(TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(_body[start])) start++;
        while (end > start && char.IsWhiteSpace(_body[end - 1])) end--;
        return (start, end);
    }

    private int GetParagraphEnd(int start, int end) =>
        _body.IndexOf("\n\n", start, end - start, StringComparison.Ordinal) is >= 0 and var at ? at : end;

    private int GetParagraphStart(int start, int end) =>
        _body.LastIndexOf("\n\n", end - 1, end - start, StringComparison.Ordinal) is >= 0 and var at ? at + 2 : start;

    // One word, two words, … right before a place: of its paragraph or, at the beginning of that, of the one before.
    private List<(string? Text, string? Gap)> GetWordsBefore(int at)
    {
        var end = at;
        while (end > 0 && char.IsWhiteSpace(_body[end - 1])) end--;
        if (end == 0) return [];
        var start = GetParagraphStart(0, end);
        return [.. FindWordStarts(start, end).Select(from => ((string?)_body[from..end], (string?)_body[end..at]))];
    }

    private List<(string? Text, string? Gap)> GetWordsAfter(int at)
    {
        var start = at;
        while (start < _body.Length && char.IsWhiteSpace(_body[start])) start++;
        if (start == _body.Length) return [];
        var end = GetParagraphEnd(start, _body.Length);
        return [.. FindWordEnds(start, end).Select(to => ((string?)_body[start..to], (string?)_body[at..start]))];
    }

    // Where words end, from the first on. Punctuation alone is no word.
    private IEnumerable<int> FindWordEnds(int start, int end)
    {
        var hasLetter = false;
        for (var at = start; at < end; at++)
        {
            hasLetter |= char.IsLetterOrDigit(_body[at]);
            if (!hasLetter || !IsBoundary(at + 1, end)) continue;
            yield return at + 1;
            hasLetter = false;
        }
    }

    // Where words begin, from the last on.
    private IEnumerable<int> FindWordStarts(int start, int end)
    {
        var hasLetter = false;
        for (var at = end - 1; at >= start; at--)
        {
            hasLetter |= char.IsLetterOrDigit(_body[at]);
            if (!hasLetter || (at > start && !IsBoundary(at, end))) continue;
            yield return at;
            hasLetter = false;
        }
    }

    // Between a word and what follows: at white space, and after the punctuation of scripts without it.
    private bool IsBoundary(int at, int end) =>
        at == end
        || (char.IsWhiteSpace(_body[at]) && !char.IsWhiteSpace(_body[at - 1]))
        || (!char.IsWhiteSpace(_body[at]) && char.IsWhiteSpace(_body[at - 1]))
        || _body[at - 1] is '、' or '。' or '，' or '！' or '？';
}
