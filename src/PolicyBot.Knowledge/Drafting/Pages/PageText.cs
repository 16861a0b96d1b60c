using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyBot.Knowledge.Drafting.Pages;

/// <summary>Cleans texts of pages.</summary>
internal static partial class PageText
{
    private static readonly string[] DateForms =
    [
        "yyyy-MM-dd", "MMMM d, yyyy", "MMM d, yyyy", "MMM. d, yyyy", "d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy",
        "dddd, MMMM d, yyyy", "dddd, d MMMM yyyy",
    ];

    /// <summary>Puts a text on one line, with single spaces, without invisible characters.</summary>
    public static string Clean(string text)
    {
        var cleaned = new StringBuilder(text.Length);
        var isSpace = true;
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone surrogate was read as U+FFFD.
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune) || category == UnicodeCategory.Control)
            {
                if (!isSpace) cleaned.Append(' ');
                isSpace = true;
            }
            else if (category != UnicodeCategory.Format)
            {
                cleaned.Append(rune.ToString());
                isSpace = false;
            }
        }

        return cleaned.ToString().TrimEnd();
    }

    /// <summary>Writes a date as “March 16, 2015”, if it can be read; otherwise cleans it.</summary>
    public static string FormatDate(string text)
    {
        var cleaned = Clean(text);
        return TryReadDate(cleaned, out var date) ? Format(date) : cleaned;
    }

    /// <summary>Writes a date as “March 16, 2015”.</summary>
    public static string Format(DateTime date) => date.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    /// <summary>Whether a text is a date and nothing else.</summary>
    public static bool IsDate(string text) => TryReadDate(text.Trim(' ', '–', '-', '|', '·', ',', '.'), out _);

    /// <summary>Finds a date at the beginning of a file name, and what follows it as a title.</summary>
    public static (string? Date, string Title) ReadFileName(string fileName)
    {
        var name = Path.GetFileNameWithoutExtension(fileName);
        var match = DatedName().Match(name);
        string? date = null;
        if (match.Success && TryReadDate(match.Groups[1].Value, out var read))
        {
            date = Format(read);
            name = match.Groups[2].Value;
        }

        var words = Clean(name.Replace('-', ' ').Replace('_', ' '));
        if (words.Length == 0) words = "Untitled";
        return (date, char.ToUpperInvariant(words[0]) + words[1..]);
    }

    /// <summary>Removes “By”, “Written by” and what surrounds a byline.</summary>
    public static string? CleanByline(string? byline)
    {
        if (byline is null) return null;
        var names = By().Replace(Clean(byline), "").Trim(' ', ',', '–', '-', '|');
        return names.Length is 0 or > 200 ? null : names;
    }

    private static bool TryReadDate(string text, out DateTime date)
    {
        var day = text.Length > 10 && text[4] == '-'
            ? text[..10]
            : text.Replace("Sept.", "Sep.", StringComparison.Ordinal);
        return DateTime.TryParseExact(
            day, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out date);
    }

    [GeneratedRegex(@"^(\d{4}-\d{2}-\d{2})[-_ ]+(\S.*)$")]
    private static partial Regex DatedName();

    [GeneratedRegex(@"^(?:(?:written|posted|reported|article)\s+)?by[:\s]+", RegexOptions.IgnoreCase)]
    private static partial Regex By();
}
