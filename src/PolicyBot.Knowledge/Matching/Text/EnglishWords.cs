namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// What the matcher knows of English beyond any one set: how words are shortened, and which words carry no topic.
/// </summary>
internal static class EnglishWords
{
    /// <summary>Words of grammar and of asking: that they are not in a set says nothing about what is asked.</summary>
    public static readonly string[] Grammar = WordLists.ReadWords("grammar");

    /// <summary>Words that turn a question round.</summary>
    public static readonly string[] Negations = WordLists.ReadWords("negations");

    /// <summary>Words by which a question says what kind of thing it is after.</summary>
    public static readonly string[] Interrogatives = WordLists.ReadWords("interrogatives");

    /// <summary>Words after which 's is "is".</summary>
    public static readonly HashSet<string> TakesIs = [.. Interrogatives, .. WordLists.ReadWords("contracts-is")];

    /// <summary>Short forms and what they stand for; an empty form drops the word.</summary>
    public static readonly Dictionary<string, string> ShortForms = WordLists.ReadLines("short-forms")
        .Select(line => line.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>
    /// How people lead up to a question or round it off: it says nothing of what is asked, and is passed over.
    /// </summary>
    public static readonly IReadOnlyList<string> Fillers = WordLists.ReadLines("fillers");

    /// <summary>
    /// Greetings, thanks and the like, which are passed over where a question begins or ends: elsewhere they may be
    /// what is asked.
    /// </summary>
    public static readonly IReadOnlyList<string> Courtesies = WordLists.ReadLines("courtesies");
}
