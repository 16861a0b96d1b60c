using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Matching;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Answering;

/// <summary>The words and names that an entry uses in its phrasings, answer and evidence.</summary>
internal sealed class EntryProfile
{
    private static readonly HashSet<ulong> Asks =
    [
        .. EnglishWords.Interrogatives.Where(w => w is not ("what" or "which"))
            .Concat(EnglishWords.Negations).Select(w => Stems.GetKey(w)),
    ];

    private static readonly ulong Person = Stems.GetConceptKey("class person");

    // One phrasing in this many says nothing about an entry.
    private const int RareAsk = 20;

    private readonly HashSet<ulong> _keys = [];
    private readonly HashSet<ulong> _asks = [];
    private readonly Dictionary<ulong, int> _askedIn = [];
    private readonly int _phrasingCount;
    private readonly HashSet<ulong> _phrased = [];
    private readonly HashSet<ulong> _phrasings = [];
    private readonly Dictionary<ulong, AskedRole> _roles = [];
    private readonly HashSet<ulong> _answerPeople = [];
    private readonly List<ClauseWord[]> _sentences = [];
    private readonly HashSet<ulong> _names = [];
    private readonly HashSet<ulong> _actors = [];

    public EntryProfile(Entry entry, Vocabulary vocabulary)
    {
        var reader = new QuestionTokenizer();
        var clause = new List<ClauseWord>();
        AddText(entry.Question, true);
        foreach (var phrasing in entry.Phrasings) AddText(phrasing, true);
        _phrasingCount = _sentences.Count;
        if (entry is not QuestionEntry question) return;
        foreach (var statement in question.Answer)
        {
            AddText(statement.Text, false);
            if (AnswerSubject.Count == 0) AnswerSubject = ClauseReader.ReadSubject(_sentences[^1]);
            foreach (var token in reader.Tokens)
            {
                if (token.Class == Person) _answerPeople.Add(token.Key);
            }

            foreach (var passage in statement.Evidence) AddText(passage.Text, false);
        }

        void AddText(string text, bool inPhrasing)
        {
            reader.Read(text);
            var role = inPhrasing ? AskedRoleReader.Read(reader) : AskedRole.None;
            ClauseWord.ReadForms(reader, clause);
            vocabulary.Resolve(reader);
            if (inPhrasing) _phrasings.Add(Combine(reader.Tokens));
            ClauseWord.ApplyKeys(reader, clause);
            _sentences.Add([.. clause]);
            foreach (var word in clause)
            {
                if (word.IsName) _names.Add(word.Key);
            }

            if (inPhrasing && ClauseReader.FindActor(clause) is { IsName: true } actor) _actors.Add(actor.Key);
            foreach (var token in reader.Tokens)
            {
                _keys.Add(token.Key);
                if (!inPhrasing) continue;
                if (Asks.Contains(token.Key)) _askedIn[token.Key] = _askedIn.GetValueOrDefault(token.Key) + 1;
                _asks.Add(token.Key);
                _phrased.Add(token.Key);
                foreach (var group in EnglishThesaurus.GetGroups(token.Key)) _phrased.Add(group);
                if (role != AskedRole.None) _roles[token.Key] = _roles.GetValueOrDefault(token.Key) | role;
            }
        }
    }

    /// <summary>The entry's question, phrasings, answer and evidence, as clauses.</summary>
    public IReadOnlyList<ClauseWord[]> Sentences => _sentences;

    /// <summary>The names in these sentences.</summary>
    public IReadOnlyCollection<ulong> Names => _names;

    /// <summary>The words that begin the answer if they are the subject of its verb; otherwise none.</summary>
    public IReadOnlyList<ulong> AnswerSubject { get; } = [];

    /// <summary>Whether a phrasing asks what this person or organization did.</summary>
    public bool IsActor(ulong name) => _actors.Contains(name);

    /// <summary>Finds how a word relates to a verb in the entry's sentences.</summary>
    public ClauseRelation FindRelation(ulong noun, ulong verb)
    {
        var found = ClauseRelation.None;
        if (noun == 0 || verb == 0) return found;
        foreach (var sentence in _sentences) found |= ClauseRelations.Find(sentence, noun, verb);
        return found;
    }

    /// <summary>Whether a word is an interrogative or negation that no phrasing of the entry uses.</summary>
    public bool IsForeignAsk(ulong key) => Asks.Contains(key) && !_asks.Contains(key);

    /// <summary>Whether so few phrasings use this interrogative that the entry is not about it.</summary>
    public bool IsRareAsk(ulong key) => _askedIn.TryGetValue(key, out var count) && count * RareAsk < _phrasingCount;

    /// <summary>
    /// Whether the words are those of one of the entry's phrasings, in order; names for the same thing are equal.
    /// </summary>
    public bool IsPhrasing(ReadOnlySpan<Token> question) => _phrasings.Contains(Combine(question));

    /// <summary>Whether the entry uses the word or name.</summary>
    public bool Uses(ulong key) => _keys.Contains(key);

    /// <summary>Whether a phrasing of the entry uses the word, or a word of the same thesaurus group.</summary>
    public bool IsPhrased(ulong key)
    {
        if (_phrased.Contains(key)) return true;
        foreach (var group in EnglishThesaurus.GetGroups(key))
        {
            if (_phrased.Contains(group)) return true;
        }

        return false;
    }

    /// <summary>
    /// Whether the entry's phrasings use a word only when asking for other roles: "who sent the letter" if they ask
    /// whom it was sent to.
    /// </summary>
    public bool IsForeignRole(ulong key, AskedRole role) =>
        role != AskedRole.None && _roles.TryGetValue(key, out var known) && (known & role) == 0;

    /// <summary>Whether a question names a person whom the entry never mentions.</summary>
    public bool LacksPersonIn(ReadOnlySpan<Token> question)
    {
        foreach (ref readonly var token in question)
        {
            if (token.Class == Person && token.Kind == TokenKind.Name && !_keys.Contains(token.Key)) return true;
        }

        return false;
    }

    /// <summary>Whether a question already names everyone whom the answer names.</summary>
    public bool NamesEveryPersonInAnswer(ReadOnlySpan<Token> question)
    {
        if (_answerPeople.Count == 0) return false;
        var named = 0;
        for (var i = 0; i < question.Length; i++)
        {
            if (_answerPeople.Contains(question[i].Key) && !Contains(question[..i], question[i].Key)) named++;
        }

        return named == _answerPeople.Count;

        static bool Contains(ReadOnlySpan<Token> tokens, ulong key)
        {
            foreach (ref readonly var token in tokens)
            {
                if (token.Key == key) return true;
            }

            return false;
        }
    }

    private static ulong Combine(ReadOnlySpan<Token> tokens)
    {
        var hash = 1UL;
        foreach (ref readonly var token in tokens) hash = Hash.Combine(hash, token.IsDoubtful ? 0 : token.Key, 'v');
        return hash;
    }
}
