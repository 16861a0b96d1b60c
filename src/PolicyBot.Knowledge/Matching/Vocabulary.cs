using System.Runtime.InteropServices;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Matching;

/// <summary>The words and names of a set; gives every word of a question its key and kind.</summary>
internal sealed class Vocabulary
{
    private static readonly HashIndex Grammar = IndexGrammar(Stems.GetTypedKey);
    private static readonly HashIndex GrammarStems = IndexGrammar(Stems.GetKey);
    private static readonly ulong Number = Stems.GetConceptKey("#number");

    private readonly HashIndex _words = new();
    private readonly HashIndex _textWords = new();
    private readonly ConceptTrie _names = new();
    private readonly SpellingCorrector? _corrector;

    public Vocabulary(TrainingSet set, bool correctSpelling)
    {
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        var ofNames = new HashSet<string>(StringComparer.Ordinal);
        var reader = new QuestionTokenizer();
        foreach (var text in set.Texts) AddText(reader, text, uses, _textWords);
        foreach (var group in set.Names)
        {
            var concept = Stems.GetConceptKey(group.Kind == TokenKind.Absent ? "#" + group.Id : group.Id);
            var nameClass = group.Class is null ? 0 : Stems.GetConceptKey("class " + group.Class);
            foreach (var name in group.Names)
            {
                AddText(reader, name, uses, null, group.Kind);
                _names.Add(reader, concept, group.Kind, nameClass);
                if (group.Kind == TokenKind.Synonym) continue;
                foreach (var token in reader.Tokens) ofNames.Add(reader.GetText(token).ToString());
            }
        }

        foreach (var phrasings in set.Phrasings)
        {
            foreach (var phrasing in phrasings) AddText(reader, phrasing, uses, null);
        }

        if (!correctSpelling) return;
        _corrector = new SpellingCorrector();
        foreach (var (word, count) in uses) _corrector.Add(word, count, ofNames.Contains(word));
        foreach (var word in EnglishWords.Grammar) _corrector.Add(word, uses.GetValueOrDefault(word), isName: false);
    }

    /// <summary>
    /// Gives the words their keys and kinds, and removes fillers and function words that the set does not use.
    /// </summary>
    /// <param name="question">The words, rewritten in place.</param>
    /// <param name="corrections">Where corrections are noted, or null.</param>
    /// <returns>How many words were repaired.</returns>
    public int Resolve(QuestionTokenizer question, List<(string Asked, string Read)>? corrections = null)
    {
        SetKeys(question);
        // Fillers are found before their words could be read as words of the set, and once more after corrections.
        if (question.MayHaveFillers) Fillers.Remove(question, _names);
        else question.MarkCore();
        var repaired = 0;
        foreach (ref var token in question.Tokens)
        {
            if (ResolveWord(question, ref token, corrections)) repaired++;
        }

        if (repaired > 0 || question.HasCorrections) Fillers.Remove(question, _names);
        ResolveNames(question);
        return repaired;
    }

    /// <summary>
    /// Counts the English words of a question that the set neither uses nor takes for typos. It is faster than
    /// <see cref="Resolve"/>, which would leave them unknown.
    /// </summary>
    /// <param name="question">The words, as they are before <see cref="Resolve"/>; fillers are removed.</param>
    /// <param name="otherWords">The keys of words that count as known.</param>
    /// <returns>The most content words that the question may have, and how many of them are foreign.</returns>
    public (int Content, int Foreign) CountForeign(QuestionTokenizer question, HashIndex otherWords)
    {
        if (question.MayHaveFillers) Fillers.Remove(question, _names);
        var (content, foreign) = (0, 0);
        for (var i = 0; i < question.Tokens.Length; i++)
        {
            ref readonly var token = ref question.Tokens[i];
            var kind = GetKind(token);
            // A name may begin with a function word.
            if (kind != TokenKind.Grammar || _names.Find(question, i, question.Tokens.Length).Length > 0) content++;
            if (kind != TokenKind.Unknown || otherWords.Find(token.Key) >= 0) continue;
            var word = question.GetText(token);
            // A correction of the words around it may complete a filler.
            if (Fillers.Uses(token) || !question.English.IsEnglish(token.TypedKey, word)) continue;
            if (FindEnglish(word) is null) foreign++;
        }

        return (content, foreign);
    }

    /// <summary>Gives the words the keys that they have in every set.</summary>
    public static void SetKeys(QuestionTokenizer question)
    {
        foreach (ref var token in question.Tokens)
        {
            if (token.Key == 0) token.Key = GetKey(question, token);
        }
    }

    private void ResolveNames(QuestionTokenizer question)
    {
        var tokens = question.Tokens;
        var kept = 0;
        for (var i = 0; i < tokens.Length;)
        {
            var (length, concept, kind, nameClass) = _names.Find(question, i, tokens.Length);
            if (length == 0)
            {
                if (IsForeignNumber(question, tokens[i])) (tokens[i].Key, tokens[i].Kind) = (Number, TokenKind.Absent);
                if (tokens[i].Kind != TokenKind.Grammar || _words.Find(tokens[i].Key) >= 0) tokens[kept++] = tokens[i];
                i++;
                continue;
            }

            var isDoubtful = false;
            foreach (ref readonly var token in tokens.Slice(i, length)) isDoubtful |= token.IsDoubtful;
            tokens[kept++] = tokens[i] with
            {
                Key = concept,
                Kind = kind,
                Class = nameClass,
                SourceEnd = tokens[i + length - 1].SourceEnd,
                IsDoubtful = isDoubtful,
            };
            i += length;
        }

        question.Truncate(kept);
    }

    // A number that the article does not use and that is not part of a name.
    private bool IsForeignNumber(QuestionTokenizer question, in Token token)
    {
        var word = question.GetText(token);
        return word.ContainsAnyInRange('0', '9')
            && !word.ContainsAnyInRange('a', 'z') && _textWords.Find(token.Key) < 0;
    }

    private static HashIndex IndexGrammar(Func<ReadOnlySpan<char>, ulong> getKey)
    {
        var index = new HashIndex(EnglishWords.Grammar.Length);
        foreach (var word in EnglishWords.Grammar) index.Add(getKey(word));
        return index;
    }

    // Function words have only the listed forms: "herring" is not "her", nor "rights" "right".
    private static ulong GetKey(QuestionTokenizer question, in Token token)
    {
        var stem = Stems.GetKey(question.GetText(token));
        return GrammarStems.Find(stem) < 0 || Grammar.Find(token.TypedKey) >= 0 ? stem : token.TypedKey;
    }

    private void AddText(
        QuestionTokenizer reader,
        string text,
        Dictionary<string, int> uses,
        HashIndex? also,
        TokenKind kind = TokenKind.Known)
    {
        reader.Read(text);
        foreach (ref var token in reader.Tokens)
        {
            var word = reader.GetText(token);
            token.Key = GetKey(reader, token);
            // A longer word may have the stem of a short name: "aging" is not "AG".
            var isShortName = kind is TokenKind.Name or TokenKind.Absent && ConceptTrie.IsShort(word);
            _words.Add(isShortName ? token.TypedKey : token.Key);
            also?.Add(token.Key);
            CollectionsMarshal.GetValueRefOrAddDefault(uses.GetAlternateLookup<ReadOnlySpan<char>>(), word, out _)++;
        }
    }

    // Returns whether the word was read as one that the set uses.
    private bool ResolveWord(
        QuestionTokenizer question, ref Token token, List<(string Asked, string Read)>? corrections)
    {
        var word = question.GetText(token);
        token.Kind = GetKind(token);
        if (token.Kind != TokenKind.Unknown || _corrector is null) return false;
        var isEnglish = question.English.IsEnglish(token.TypedKey, word);
        if ((isEnglish ? FindEnglish(word) : _corrector.Find(word)) is { } known)
        {
            corrections?.Add((word.ToString(), known));
            question.Rewrite(ref token, known, isCorrection: !isEnglish);
            token.Key = GetKey(question, token);
            token.Kind = Grammar.Find(token.TypedKey) >= 0 ? TokenKind.Grammar : TokenKind.Known;
            token.IsDoubtful = isEnglish;
            return true;
        }

        // An unknown capitalized word is probably a name.
        if (token.IsCapitalized || isEnglish) return false;
        if (question.English.Correct(token.TypedKey, word) is not { } english) return false;
        corrections?.Add((word.ToString(), english));
        question.Rewrite(ref token, english, isCorrection: true);
        token.Key = GetKey(question, token);
        token.Kind = GetKind(token);
        return token.Kind != TokenKind.Unknown;
    }

    // The word of the set that an English word may be a typo of. "Wheat" is not "what": it is never a function word.
    private string? FindEnglish(ReadOnlySpan<char> word) =>
        _corrector?.Find(word) is { } known && Grammar.Find(Stems.GetTypedKey(known)) < 0 ? known : null;

    private TokenKind GetKind(in Token token)
    {
        if (Grammar.Find(token.TypedKey) >= 0) return TokenKind.Grammar;
        return _words.Find(token.Key) >= 0 || _words.Find(token.TypedKey) >= 0 ? TokenKind.Known : TokenKind.Unknown;
    }
}
