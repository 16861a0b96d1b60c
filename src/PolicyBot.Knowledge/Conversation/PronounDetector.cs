using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Conversation;

/// <summary>Detects questions that only refer to something said before: "who is she?", "when was it?".</summary>
internal static class PronounDetector
{
    private static readonly HashSet<string> Pronouns =
        [.. WordLists.ReadWords("pronouns")];

    // "What is it about?" asks for the article's topic.
    private const string About = "about";

    private static readonly Lazy<HashSet<string>> Grammar = new(() => [.. EnglishWords.Grammar]);

    /// <summary>Whether a question is about a pronoun only.</summary>
    public static bool IsAboutPronounOnly(string question)
    {
        var hasPronoun = false;
        foreach (var word in MessageTokenizer.Split(question))
        {
            var plain = word.Split('\'')[0];
            if (Pronouns.Contains(plain)) hasPronoun = true;
            else if (plain == About || !Grammar.Value.Contains(plain)) return false;
        }

        return hasPronoun;
    }
}
