namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>The names and synonyms of a set, found in a question as the longest run of words that is one.</summary>
internal sealed class ConceptTrie
{
    private readonly HashIndex paths = new();
    private readonly List<(ulong Key, TokenKind Kind, ulong Class)> ends = [];

    /// <summary>Adds a name; a name that is there keeps its first meaning.</summary>
    public void Add(ReadOnlySpan<Token> name, ulong concept, TokenKind kind, ulong nameClass)
    {
        var path = 1UL;
        for (var i = 0; i < name.Length; i++)
        {
            path = Hash.Pair(path, name[i].Key, 'n');
            var id = paths.Add(path);
            if (id == ends.Count) ends.Add(default);
            if (i == name.Length - 1 && ends[id].Key == 0) ends[id] = (concept, kind, nameClass);
        }
    }

    /// <summary>The longest name that begins at <paramref name="tokens"/>[0]; length 0 where none does.</summary>
    public (int Length, ulong Concept, TokenKind Kind, ulong Class) Find(ReadOnlySpan<Token> tokens)
    {
        var found = (Length: 0, Concept: 0UL, Kind: TokenKind.Unknown, Class: 0UL);
        var path = 1UL;
        for (var i = 0; i < tokens.Length; i++)
        {
            path = Hash.Pair(path, tokens[i].Key, 'n');
            var id = paths.Find(path);
            if (id < 0) break;
            if (ends[id].Key != 0) found = (i + 1, ends[id].Key, ends[id].Kind, ends[id].Class);
        }

        return found;
    }
}
