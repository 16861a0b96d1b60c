namespace PolicyBot.Knowledge.Answering;

/// <summary>
/// Finds the abbreviations that a text's names may have: the initials of words that follow one another.
/// </summary>
internal static class Initials
{
    private const int Longest = 6;

    // Small words between capitalized ones may count or not: DoA and DA for Department of Agriculture.
    private static readonly HashSet<string> Small =
        new(StringComparer.OrdinalIgnoreCase) { "of", "for", "the", "and", "on", "in", "to" };

    /// <summary>The initials of every run of two to six words that begin with a capital, in lower case.</summary>
    public static IEnumerable<string> FindAll(string text)
    {
        var words = text.Split((char[])[' ', '\n', '-', ',', '.', ';', ':', '(', ')', '“', '”', '"'], StringSplitOptions.RemoveEmptyEntries);
        for (var start = 0; start < words.Length; start++)
        {
            if (!char.IsUpper(words[start][0])) continue;
            var (all, capitals) = ("", "");
            for (var end = start; end < words.Length && all.Length < Longest; end++)
            {
                var first = char.ToLowerInvariant(words[end][0]);
                if (char.IsUpper(words[end][0])) capitals += first;
                else if (!Small.Contains(words[end])) break;
                all += first;
                if (capitals.Length < 2) continue;
                yield return all;
                yield return capitals;
            }
        }
    }
}
