using System.Text.RegularExpressions;
using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Chat.Usage;

/// <summary>
/// Prepares questions to be stored: one line, short, without mentions, email addresses, links and long numbers.
/// </summary>
internal static partial class PiiRedactor
{
    private const int MaxLength = 300;
    private const string Somebody = "@somebody";
    private const string Link = "(link)";

    /// <summary>Returns the text to be stored, which may be empty.</summary>
    public static string Redact(string question)
    {
        var text = TextSanitizer.ToOneLine(question);
        text = Mentions().Replace(text, Somebody);
        // A web address may contain what looks like a mail address, and a mail address ends like a web address.
        text = WebAddresses().Replace(text, Link);
        text = Addresses().Replace(text, Somebody);
        text = Domains().Replace(text, Link);
        text = Numbers().Replace(text, "…").Trim();

        // Truncated last, because a part of a truncated address would not be found.
        return text.Length <= MaxLength ? text : WholeCharacters.Truncate(text, MaxLength - 1) + "…";
    }

    [GeneratedRegex("<(@[!&]?|#)[0-9]+>", RegexOptions.CultureInvariant)]
    private static partial Regex Mentions();

    [GeneratedRegex(
        @"[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();

    [GeneratedRegex(
        @"\b(?:[a-z][a-z0-9+.-]*://|www\.)[^\s<>()\[\]""“”]+",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex WebAddresses();

    // A domain with a path, or one with an ending that words after a period rarely are.
    [GeneratedRegex(
        @"\b(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+(?:\p{L}{2,}/[^\s<>()\[\]""“”]*|"
            + @"(?:com|org|net|edu|gov|info|io|gg|app|dev|xyz|co\.uk|de|eu|uk)\b)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Domains();

    // Ids on a platform, and telephone numbers.
    [GeneratedRegex(@"\+?[0-9](?:[ ./()-]{0,2}[0-9]){8,}", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
