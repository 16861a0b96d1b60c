using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Curation.Quality;

/// <summary>
/// The words that a claim's evidence supports: its own, and their synonyms in the set and in the thesaurus.
/// </summary>
internal sealed class SupportedWords
{
    // Words of at least this length with the same beginning are one family: inspect, inspection, inspector.
    private const int Family = 5;

    private readonly ConceptTrie _names;
    private readonly QuestionTokenizer _reader = new();
    private readonly HashSet<ulong> _keys = [];
    private readonly HashSet<string> _families = new(StringComparer.Ordinal);

    /// <summary>Collects the words of the texts.</summary>
    /// <param name="names">The names and synonyms, from <see cref="ReadNames"/>.</param>
    /// <param name="texts">The evidence.</param>
    public SupportedWords(ConceptTrie names, IEnumerable<string> texts)
    {
        _names = names;
        foreach (var text in texts) Add(text);
    }

    /// <summary>Reads the names and synonyms of a set.</summary>
    public static ConceptTrie ReadNames(KnowledgeSet set)
    {
        var names = new ConceptTrie();
        var reader = new QuestionTokenizer();
        foreach (var person in set.People) Add(person.Id, TokenKind.Name, [person.Name, .. person.Also]);
        foreach (var named in set.Organisations) Add(named.Id, TokenKind.Name, [named.Name, .. named.Also]);
        foreach (var synonym in set.Synonyms) Add(synonym.Word, TokenKind.Synonym, [synonym.Word, .. synonym.Also]);
        return names;

        void Add(string id, TokenKind kind, IEnumerable<string> all)
        {
            foreach (var name in all)
            {
                Read(reader, name);
                names.Add(reader, Stems.GetConceptKey(id), kind, 0);
            }
        }
    }

    /// <summary>Finds the unsupported words of a text, as written, each once.</summary>
    public List<string> GetMissing(string text)
    {
        var missing = new List<string>();
        Read(_reader, text);
        var tokens = _reader.Tokens;
        for (var i = 0; i < tokens.Length;)
        {
            var (length, concept, _, _) = _names.Find(_reader, i, tokens.Length);
            if (length > 0 && _keys.Contains(concept))
            {
                i += length;
                continue;
            }

            var word = _reader.GetText(tokens[i]).ToString();
            if (!EnglishWordList.IsPlain(tokens[i].Key) && !Supports(word, tokens[i].Key))
            {
                var shown = tokens[i].GetSourceText(text);
                if (!missing.Contains(shown, StringComparer.OrdinalIgnoreCase)) missing.Add(shown);
            }

            i++;
        }

        return missing;
    }

    private static void Read(QuestionTokenizer reader, string text)
    {
        reader.Read(text);
        foreach (ref var token in reader.Tokens) token.Key = Stems.GetKey(reader.GetText(token));
    }

    private bool Supports(string word, ulong key)
    {
        if (_keys.Contains(key) || (word.Length >= Family && _families.Contains(word[..Family]))) return true;
        foreach (var group in EnglishThesaurus.GetGroups(key))
        {
            if (_keys.Contains(group)) return true;
        }

        return false;
    }

    private void Add(string text)
    {
        Read(_reader, text);
        var tokens = _reader.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            var word = _reader.GetText(tokens[i]).ToString();
            _keys.Add(tokens[i].Key);
            foreach (var group in EnglishThesaurus.GetGroups(tokens[i].Key)) _keys.Add(group);
            if (word.Length >= Family) _families.Add(word[..Family]);
            var (length, concept, _, _) = _names.Find(_reader, i, tokens.Length);
            if (length > 0) _keys.Add(concept);
        }
    }
}
