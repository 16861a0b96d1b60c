using System.Globalization;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Conversation;

/// <summary>Detects messages in a script or language that the bot cannot read, by common function words.</summary>
internal static class ForeignLanguageDetector
{
    private const int LastLatinLetter = 0x24F;
    private const int FewestWords = 3;

    private static readonly Lazy<HashSet<string>> English =
        new(() => new(EnglishWords.Grammar, StringComparer.Ordinal));
    private static readonly Lazy<List<HashSet<string>>> Languages = new(ReadLanguages);

    /// <summary>Whether a message is in another language than English.</summary>
    /// <param name="message">The message.</param>
    public static bool IsForeign(string message)
    {
        // A link's parts, such as "com", are words of other languages.
        var text = QuestionCleaner.CleanCopy(message);
        var (latin, other) = (0, 0);
        foreach (var c in text)
        {
            if (!char.IsLetter(c)) continue;
            // Full-width and styled letters are read as plain ones.
            if (c <= LastLatinLetter || c is >= '\uFF21' and <= '\uFF5A') latin++;
            else if (char.GetUnicodeCategory(c) is UnicodeCategory.OtherLetter or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter) other++;
        }

        if (other > latin) return true;

        var words = MessageTokenizer.Split(text);
        return Languages.Value.Any(l => IsIn(l, words));
    }

    // A word of both languages, such as "die" or "a", doesn't count.
    private static bool IsIn(HashSet<string> language, List<string> words)
    {
        var (foreign, english) = (0, 0);
        foreach (var word in words)
        {
            var isEnglish = English.Value.Contains(word);
            if (language.Contains(word) == isEnglish) continue;
            if (isEnglish) english++;
            else foreign++;
        }

        return foreign > english && (foreign >= 2 || (english == 0 && words.Count >= FewestWords));
    }

    private static List<HashSet<string>> ReadLanguages() =>
        [
            .. WordLists.ReadGroups("foreign-words", ' ')
                .Select(g => new HashSet<string>(g.Values, StringComparer.Ordinal)),
        ];
}
