using System.Text;

namespace PolicyBot.Chat.Quotes;

/// <summary>
/// Reads the words that a search for quotes compares: in lower case, without endings after an apostrophe and plural
/// endings, and without function words.
/// </summary>
internal static class SearchWords
{
    // Shorter words must be equal; longer ones may be prefixes: "encrypt" finds "encryption".
    private const int MinPrefix = 4;

    private static readonly HashSet<string> FunctionWords = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "of", "on", "in", "to", "and", "or", "for", "from", "by", "with", "about", "is", "are", "was",
        "were", "it", "its", "that", "this",
    };

    public static List<string> Parse(string? text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in (text ?? "") + " ")
        {
            if (char.IsLetterOrDigit(c) || c is '’' or '\'')
            {
                word.Append(char.ToLowerInvariant(c == '’' ? '\'' : c));
            }
            else if (word.Length > 0)
            {
                var found = WithoutEnding(word.ToString());
                if (found.Length > 0 && !FunctionWords.Contains(found)) words.Add(found);
                word.Clear();
            }
        }

        return words;
    }

    public static bool AllOccurIn(IReadOnlyList<string> wanted, IReadOnlyList<string> words) =>
        wanted.All(w => words.Any(x => x == w || (w.Length >= MinPrefix && x.StartsWith(w, StringComparison.Ordinal))));

    private static string WithoutEnding(string word)
    {
        var trimmed = word.Trim('\'');
        var apostrophe = trimmed.IndexOf('\'', StringComparison.Ordinal);
        var stem = apostrophe < 0 ? trimmed : trimmed[..apostrophe];
        return stem.Length > 3 && stem.EndsWith('s') && !stem.EndsWith("ss", StringComparison.Ordinal)
            ? stem[..^1]
            : stem;
    }
}
