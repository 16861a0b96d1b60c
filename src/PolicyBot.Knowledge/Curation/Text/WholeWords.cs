namespace PolicyBot.Knowledge.Curation.Text;

/// <summary>Finds a text where it neither begins nor ends within a word.</summary>
internal static class WholeWords
{
    /// <summary>The places where it stands, in order.</summary>
    public static List<int> FindAll(string body, string text)
    {
        var places = new List<int>();
        if (text.Length == 0) return places;
        var at = body.IndexOf(text, StringComparison.Ordinal);
        while (at >= 0)
        {
            if (!IsWithinWord(body, at) && !IsWithinWord(body, at + text.Length)) places.Add(at);
            at = at + 1 < body.Length ? body.IndexOf(text, at + 1, StringComparison.Ordinal) : -1;
        }

        return places;
    }

    /// <summary>The stretch with the words whole that it begins or ends within.</summary>
    public static string Expand(string body, int start, int end)
    {
        while (IsWithinWord(body, start)) start--;
        while (IsWithinWord(body, end)) end++;
        return body[start..end];
    }

    private static bool IsWithinWord(string body, int at) =>
        at > 0 && at < body.Length
        && (FoldedText.IsMark(body[at]) || (char.IsLetterOrDigit(body[at]) && IsInWord(body, at - 1)));

    // An accent by itself belongs to the letter before it.
    private static bool IsInWord(string body, int at)
    {
        while (at > 0 && FoldedText.IsMark(body[at])) at--;
        return char.IsLetterOrDigit(body[at]);
    }
}
