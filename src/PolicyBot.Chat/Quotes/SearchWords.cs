using System.Text;

namespace PolicyBot.Chat.Quotes;

/// <summary>Words as they are compared in a search: lower case, endings after an apostrophe and plural endings cut, little words left out.</summary>
internal static class SearchWords
{
    // Shorter words must be the same; longer ones may go on: "encrypt" finds "encryption".
    private const int MinPrefix = 4;

    private static readonly HashSet<string> Little = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "of", "on", "in", "to", "and", "or", "for", "from", "by", "with", "about", "is", "are", "was", "were", "it", "its", "that", "this",
    };

    public static List<string> Of(string? text)
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
                if (found.Length > 0 && !Little.Contains(found)) words.Add(found);
                word.Clear();
            }
        }

        return words;
    }

    public static bool AllStandIn(IReadOnlyList<string> wanted, IReadOnlyList<string> words) =>
        wanted.All(w => words.Any(x => x == w || (w.Length >= MinPrefix && x.StartsWith(w, StringComparison.Ordinal))));

    private static string WithoutEnding(string word)
    {
        var trimmed = word.Trim('\'');
        var apostrophe = trimmed.IndexOf('\'', StringComparison.Ordinal);
        var stem = apostrophe < 0 ? trimmed : trimmed[..apostrophe];
        return stem.Length > 3 && stem.EndsWith('s') && !stem.EndsWith("ss", StringComparison.Ordinal) ? stem[..^1] : stem;
    }
}
