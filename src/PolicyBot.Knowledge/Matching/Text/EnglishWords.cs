namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>The lists of English words that apply to all sets: short forms, and words without a topic.</summary>
internal static class EnglishWords
{
    /// <summary>Function words, which say nothing about the topic.</summary>
    public static readonly string[] Grammar = WordLists.ReadWords("grammar");

    /// <summary>Words that negate a question.</summary>
    public static readonly string[] Negations = WordLists.ReadWords("negations");

    /// <summary>Words that say what kind of thing a question asks for.</summary>
    public static readonly string[] Interrogatives = WordLists.ReadWords("interrogatives");

    /// <summary>Words after which 's is "is".</summary>
    public static readonly HashSet<string> TakesIs = [.. Interrogatives, .. WordLists.ReadWords("contracts-is")];

    /// <summary>Short forms and their expansions; an empty one removes the word.</summary>
    public static readonly Dictionary<string, string> ShortForms = WordLists.ReadLines("short-forms")
        .Select(line => line.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>Phrases that lead up to a question or round it off; they are ignored.</summary>
    public static readonly IReadOnlyList<string> Fillers = WordLists.ReadLines("fillers");

    /// <summary>
    /// Greetings, thanks and the like, which are ignored at the beginning and end of a question; elsewhere they may be
    /// its topic.
    /// </summary>
    public static readonly IReadOnlyList<string> Courtesies = WordLists.ReadLines("courtesies");
}
