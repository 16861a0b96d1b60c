using System.Globalization;
using System.Text;
using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Exchange;

/// <summary>Creates ids from texts: lower-case letters, digits and hyphens.</summary>
internal sealed class EntryIds
{
    // Long enough to recognize the question.
    private const int MaxLength = 40;

    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>Adds an id that a file or the set gives.</summary>
    public void Add(string id) => _used.Add(id);

    /// <summary>Creates an id that isn't used yet.</summary>
    /// <param name="text">The question.</param>
    /// <param name="fallback">The id for a text without Latin letters.</param>
    public string Create(string text, string fallback)
    {
        var id = Format(text, MaxLength);
        if (id.Length == 0) id = fallback;
        var unique = id;
        for (var number = 2; !_used.Add(unique); number++)
            unique = string.Create(CultureInfo.InvariantCulture, $"{id}-{number}");
        return unique;
    }

    /// <summary>Writes an id of a file with allowed characters.</summary>
    public static string Format(string id) => Format(id, Limits.Id);

    private static string Format(string text, int maxLength)
    {
        var id = new StringBuilder(maxLength);
        var lastEnd = 0;
        foreach (var character in text)
        {
            var letter = char.ToLowerInvariant(AccentFolding.Fold(character));
            if (char.IsAsciiLetterOrDigit(letter)) id.Append(letter);
            else if (character is '\'' or '’') continue;
            else if (id.Length > 0 && id[^1] != '-')
            {
                lastEnd = id.Length;
                id.Append('-');
            }

            if (id.Length <= maxLength) continue;
            // Whole words only, unless the first is too long.
            id.Length = lastEnd > 0 && lastEnd <= maxLength ? lastEnd : maxLength;
            break;
        }

        return id.ToString().Trim('-');
    }
}
