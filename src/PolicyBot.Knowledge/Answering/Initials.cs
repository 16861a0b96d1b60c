namespace PolicyBot.Knowledge.Answering;

/// <summary>Finds possible abbreviations of the names in a text: the initials of consecutive words.</summary>
internal static class Initials
{
    private const int Longest = 6;

    // Small words between capitalized ones are optional: DoA and DA for Department of Agriculture.
    private static readonly HashSet<string> Small =
        new(StringComparer.OrdinalIgnoreCase) { "of", "for", "the", "and", "on", "in", "to" };

    /// <summary>Finds the initials of every run of two to six capitalized words, in lower case.</summary>
    public static IEnumerable<string> FindAll(string text)
    {
        var words = text.Split(
            (char[])[' ', '\n', '-', ',', '.', ';', ':', '(', ')', '“', '”', '"'],
            StringSplitOptions.RemoveEmptyEntries);
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
