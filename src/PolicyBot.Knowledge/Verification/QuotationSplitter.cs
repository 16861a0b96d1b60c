namespace PolicyBot.Knowledge.Verification;

/// <summary>
/// Finds the quotations in a message: between quotation marks, or in lines that are marked as quoted.
/// </summary>
internal static class QuotationSplitter
{
    private const string Opening = "“„«";
    private const string Closing = "”»";
    private const char Straight = '"';
    private const string QuotedLine = "> ";

    /// <summary>Finds the quotations, in order; none if nothing is marked as one.</summary>
    public static List<ClaimedQuotation> Split(string message)
    {
        var spans = FindMarked(message);
        if (spans.Count == 0) return SplitLines(message);
        var quotations = new List<ClaimedQuotation>();
        for (var i = 0; i < spans.Count; i++)
        {
            var text = message[spans[i].Start..spans[i].End];
            var before = message[(i == 0 ? 0 : spans[i - 1].End + 1)..Math.Max(0, spans[i].Start - 1)];
            if (i > 0) before = before[LengthOfLastSentence(before)..];
            var next = i + 1 < spans.Count ? spans[i + 1].Start - 1 : message.Length;
            var after = message[Math.Min(spans[i].End + 1, next)..next];
            if (i + 1 < spans.Count && !text.EndsWith(',')) after = after[..LengthOfLastSentence(after)];
            quotations.Add(new ClaimedQuotation(text, before, after));
        }

        return quotations;
    }

    // Between two quotations, what ends a sentence belongs to the first one, and the rest to the second one.
    private static int LengthOfLastSentence(string between) => between.LastIndexOfAny(['.', '!', '?', ';']) + 1;

    // The inner bounds of the outermost pairs; a mark that isn't closed reaches to the end.
    private static List<(int Start, int End)> FindMarked(string message)
    {
        var spans = new List<(int Start, int End)>();
        var (depth, start) = (0, 0);
        for (var i = 0; i < message.Length; i++)
        {
            if (IsOpening(message, i, depth))
            {
                if (depth++ == 0) start = i + 1;
            }
            else if (IsClosing(message, i) && depth > 0 && --depth == 0)
            {
                spans.Add((start, i));
            }
        }

        if (depth > 0) spans.Add((start, message.Length));
        return spans;
    }

    // “ closes a quotation that „ opened.
    private static bool IsOpening(string message, int at, int depth) => message[at] == Straight
        ? IsBoundary(message, at - 1) && !IsBoundary(message, at + 1)
        : Opening.Contains(message[at], StringComparison.Ordinal)
            && !(message[at] == '“' && depth > 0 && IsBoundary(message, at + 1));

    private static bool IsClosing(string message, int at) =>
        message[at] is Straight or '“' || Closing.Contains(message[at], StringComparison.Ordinal);

    private static bool IsBoundary(string message, int at) =>
        at < 0 || at >= message.Length || char.IsWhiteSpace(message[at]) || message[at] is '(' or '[' or '—' or '–';

    private static List<ClaimedQuotation> SplitLines(string message)
    {
        var lines = message.Split('\n');
        var quoted = lines.Where(IsQuoted).ToList();
        if (quoted.Count == 0) return [];
        var first = Array.FindIndex(lines, IsQuoted);
        return
        [
            new ClaimedQuotation(
                string.Join('\n', quoted.Select(l => l[QuotedLine.Length..])),
                string.Join('\n', lines[..first]),
                string.Join('\n', lines[first..].Where(l => !IsQuoted(l)))),
        ];
    }

    private static bool IsQuoted(string line) => line.StartsWith(QuotedLine, StringComparison.Ordinal);
}
