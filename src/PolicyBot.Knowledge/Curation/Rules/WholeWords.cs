namespace PolicyBot.Knowledge.Curation.Rules;

/// <summary>Finds a text where it neither begins nor ends within a word.</summary>
internal static class WholeWords
{
    /// <summary>The places where it stands, in order.</summary>
    public static List<int> Places(string body, string text, StringComparison comparison = StringComparison.Ordinal)
    {
        var places = new List<int>();
        if (text.Length == 0) return places;
        for (var at = body.IndexOf(text, comparison); at >= 0; at = at + 1 < body.Length ? body.IndexOf(text, at + 1, comparison) : -1)
        {
            if (!IsWithinWord(body, at) && !IsWithinWord(body, at + text.Length)) places.Add(at);
        }

        return places;
    }

    /// <summary>The stretch with the words whole that it begins or ends within.</summary>
    public static string Widen(string body, int start, int end)
    {
        while (IsWithinWord(body, start)) start--;
        while (IsWithinWord(body, end)) end++;
        return body[start..end];
    }

    private static bool IsWithinWord(string body, int at) =>
        at > 0 && at < body.Length && char.IsLetterOrDigit(body[at - 1]) && char.IsLetterOrDigit(body[at]);
}
