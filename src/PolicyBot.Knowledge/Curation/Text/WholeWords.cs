namespace PolicyBot.Knowledge.Curation.Text;

/// <summary>Finds occurrences of a text as whole words.</summary>
internal static class WholeWords
{
    /// <summary>Finds the positions of all occurrences, in order.</summary>
    public static List<int> FindAll(string body, string text)
    {
        var positions = new List<int>();
        if (text.Length == 0) return positions;
        var at = body.IndexOf(text, StringComparison.Ordinal);
        while (at >= 0)
        {
            if (!IsWithinWord(body, at) && !IsWithinWord(body, at + text.Length)) positions.Add(at);
            at = at + 1 < body.Length ? body.IndexOf(text, at + 1, StringComparison.Ordinal) : -1;
        }

        return positions;
    }

    /// <summary>Expands a range to whole words.</summary>
    public static string Expand(string body, int start, int end)
    {
        while (IsWithinWord(body, start)) start--;
        while (IsWithinWord(body, end)) end++;
        return body[start..end];
    }

    private static bool IsWithinWord(string body, int at) =>
        at > 0 && at < body.Length
        && (FoldedText.IsMark(body[at]) || (char.IsLetterOrDigit(body[at]) && IsInWord(body, at - 1)));

    // A combining accent belongs to the letter before it.
    private static bool IsInWord(string body, int at)
    {
        while (at > 0 && FoldedText.IsMark(body[at])) at--;
        return char.IsLetterOrDigit(body[at]);
    }
}
