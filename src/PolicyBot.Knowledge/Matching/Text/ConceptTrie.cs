namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// Names, synonyms or fillers, found in a question as the longest run of words that is one. A word of a name is
/// compared by its stem or, where that would find unrelated words ("aging" is not "AG"), as it is typed.
/// </summary>
internal sealed class ConceptTrie
{
    // The stem of a longer word may be as short as these by chance.
    private const int ShortWord = 3;

    private const ulong Root = 1;

    private readonly HashIndex _paths = new();
    private readonly List<(ulong Key, TokenKind Kind, ulong Class)> _ends = [];

    /// <summary>How many words the longest name has.</summary>
    public int Longest { get; private set; }

    /// <summary>Whether a word of a name is too short to be compared by its stem.</summary>
    public static bool IsShort(ReadOnlySpan<char> word) => word.Length <= ShortWord;

    /// <summary>Adds a name; a name that is there keeps its first meaning.</summary>
    /// <param name="name">The name, with the keys of its words.</param>
    /// <param name="concept">The key of what it means.</param>
    /// <param name="kind">What kind of name it is.</param>
    /// <param name="nameClass">The key of what it is a name of, or 0.</param>
    /// <param name="maxAsTyped">Words of up to this length match only as they are typed.</param>
    public void Add(QuestionTokenizer name, ulong concept, TokenKind kind, ulong nameClass, int maxAsTyped)
    {
        var path = Root;
        var tokens = name.Tokens;
        Longest = Math.Max(Longest, tokens.Length);
        for (var i = 0; i < tokens.Length; i++)
        {
            path = Step(path, tokens[i].Length <= maxAsTyped ? tokens[i].TypedKey : tokens[i].Key);
            var id = _paths.Add(path);
            if (id == _ends.Count) _ends.Add(default);
            if (i == tokens.Length - 1 && _ends[id].Key == 0) _ends[id] = (concept, kind, nameClass);
        }
    }

    /// <inheritdoc cref="Add(QuestionTokenizer, ulong, TokenKind, ulong, int)"/>
    /// <remarks>Words of up to three letters match only as they are typed, except those of a synonym.</remarks>
    public void Add(QuestionTokenizer name, ulong concept, TokenKind kind, ulong nameClass) =>
        Add(name, concept, kind, nameClass, kind == TokenKind.Synonym ? 0 : ShortWord);

    /// <summary>The longest name that begins at a word; length 0 where none does.</summary>
    /// <param name="words">The question, with the keys of its words.</param>
    /// <param name="from">The number of the word.</param>
    /// <param name="to">The number of the word that the name must end before.</param>
    public Found Find(QuestionTokenizer words, int from, int to)
    {
        var found = default(Found);
        Walk(words.Tokens[from..to], 0, Root, ref found);
        return found;
    }

    private void Walk(ReadOnlySpan<Token> tokens, int at, ulong path, ref Found found)
    {
        if (at == tokens.Length) return;
        Follow(tokens, at + 1, Step(path, tokens[at].TypedKey), ref found);
        Follow(tokens, at + 1, Step(path, tokens[at].Key), ref found);
    }

    private void Follow(ReadOnlySpan<Token> tokens, int at, ulong path, ref Found found)
    {
        var id = _paths.Find(path);
        if (id < 0) return;
        var (key, kind, nameClass) = _ends[id];
        if (key != 0 && at > found.Length) found = new Found(at, key, kind, nameClass);
        Walk(tokens, at, path, ref found);
    }

    private static ulong Step(ulong path, ulong key) => Hash.Combine(path, key, 'n');

    /// <summary>A name that was found.</summary>
    /// <param name="Length">How many words it has.</param>
    /// <param name="Concept">The key of what it means.</param>
    /// <param name="Kind">What kind of name it is.</param>
    /// <param name="Class">The key of what it is a name of, or 0.</param>
    public readonly record struct Found(int Length, ulong Concept, TokenKind Kind, ulong Class);
}
