using System.Text.RegularExpressions;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Usage;

/// <summary>The text of a question as it is kept: in one line, short, and without what names a person to a platform.</summary>
internal static partial class PiiRedactor
{
    private const int Max = 300;
    private const string Somebody = "@somebody";

    /// <summary>The text; empty where nothing is left of it.</summary>
    public static string Redact(string question)
    {
        // Cut at the very end: of a name or a character that is cut before, a part would be left.
        var text = Ids().Replace(Addresses().Replace(Mentions().Replace(TextSanitizer.ToOneLine(question), Somebody), Somebody), "…").Trim();
        return text.Length <= Max ? text : text[..(char.IsHighSurrogate(text[Max - 2]) ? Max - 2 : Max - 1)] + "…";
    }

    [GeneratedRegex("<(@[!&]?|#)[0-9]+>", RegexOptions.CultureInvariant)]
    private static partial Regex Mentions();

    [GeneratedRegex(@"[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();

    // A platform's id, or a telephone number.
    [GeneratedRegex(@"\+?[0-9](?:[ ./()-]{0,2}[0-9]){8,}", RegexOptions.CultureInvariant)]
    private static partial Regex Ids();
}
