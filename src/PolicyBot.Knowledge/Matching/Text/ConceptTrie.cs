namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// Finds names, synonyms or fillers in a question as the longest matching sequence of words. A word of a name is
/// compared by its stem or, if that would match unrelated words ("aging" is not "AG"), as typed.
/// </summary>
internal sealed class ConceptTrie
{
    // A longer word may have such a short stem by chance.
    private const int ShortWord = 3;

    private const ulong Root = 1;

    private readonly HashIndex _paths = new();
    private readonly List<(ulong Key, TokenKind Kind, ulong Class)> _ends = [];

    /// <summary>The number of words of the longest name.</summary>
    public int Longest { get; private set; }

    /// <summary>Whether a word is too short to be compared by its stem.</summary>
    public static bool IsShort(ReadOnlySpan<char> word) => word.Length <= ShortWord;

    /// <summary>Adds a name; an existing name keeps its first meaning.</summary>
    /// <param name="name">The name, with the keys of its words.</param>
    /// <param name="concept">The key of what it means.</param>
    /// <param name="kind">What kind of name it is.</param>
    /// <param name="nameClass">The key of the class of what it names, or 0.</param>
    /// <param name="maxAsTyped">Words of up to this length match only as typed.</param>
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
    /// <remarks>Words of up to three letters match only as typed, except those of a synonym.</remarks>
    public void Add(QuestionTokenizer name, ulong concept, TokenKind kind, ulong nameClass) =>
        Add(name, concept, kind, nameClass, kind == TokenKind.Synonym ? 0 : ShortWord);

    /// <summary>Finds the longest name that begins at a word; of length 0 if there is none.</summary>
    /// <param name="words">The question, with the keys of its words.</param>
    /// <param name="from">The index of the first word.</param>
    /// <param name="to">The exclusive end of the words to search.</param>
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
    /// <param name="Length">The number of words.</param>
    /// <param name="Concept">The key of what it means.</param>
    /// <param name="Kind">What kind of name it is.</param>
    /// <param name="Class">The key of the class of what it names, or 0.</param>
    public readonly record struct Found(int Length, ulong Concept, TokenKind Kind, ulong Class);
}
