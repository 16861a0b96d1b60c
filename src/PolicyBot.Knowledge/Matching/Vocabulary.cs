using System.Runtime.InteropServices;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Matching;

/// <summary>The words and names that a set knows; gives every word of a question its key and kind.</summary>
internal sealed class Vocabulary
{
    private static readonly HashIndex Grammar = IndexOf(EnglishWords.Grammar);
    private static readonly ulong Number = Stems.KeyOfConcept("#number");

    private static readonly ulong Filler = Stems.KeyOfConcept("filler");

    private readonly HashIndex words = new(4096);
    private readonly HashIndex textWords = new(1024);
    private readonly ConceptTrie names = new();
    private readonly SpellingRepair? repair;

    public Vocabulary(TrainingSet set, bool repairSpelling)
    {
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        var ofNames = new HashSet<string>(StringComparer.Ordinal);
        var reader = new QuestionWords();
        foreach (var text in set.Texts) Learn(reader, text, uses, textWords);
        foreach (var filler in EnglishWords.Fillers)
        {
            Learn(reader, filler, uses, null);
            names.Add(reader.Tokens, Filler, TokenKind.Filler, 0);
        }

        foreach (var group in set.Names)
        {
            var concept = Stems.KeyOfConcept(group.Kind == TokenKind.Absent ? "#" + group.Id : group.Id);
            var nameClass = group.Class is null ? 0 : Stems.KeyOfConcept("class " + group.Class);
            foreach (var name in group.Names)
            {
                Learn(reader, name, uses, null);
                names.Add(reader.Tokens, concept, group.Kind, nameClass);
                if (group.Kind == TokenKind.Synonym) continue;
                foreach (var token in reader.Tokens) ofNames.Add(reader.TextOf(token).ToString());
            }
        }

        foreach (var phrasings in set.Phrasings)
        {
            foreach (var phrasing in phrasings) Learn(reader, phrasing, uses, null);
        }

        if (!repairSpelling) return;
        repair = new SpellingRepair();
        foreach (var (word, count) in uses) repair.Add(word, count, ofNames.Contains(word));
        foreach (var word in EnglishWords.Grammar) repair.Add(word, uses.GetValueOrDefault(word), isName: false);
    }

    /// <summary>Gives the words their keys and kinds; words that the set does not have and that mean nothing by themselves are dropped.</summary>
    /// <param name="question">The words, rewritten in place.</param>
    /// <param name="repairs">Where repairs are noted, or null.</param>
    /// <returns>How many words were repaired.</returns>
    public int Resolve(QuestionWords question, List<(string Asked, string Read)>? repairs = null)
    {
        var tokens = question.Tokens;
        var repaired = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (ResolveWord(question, ref tokens[i], repairs)) repaired++;
        }

        var kept = 0;
        for (var i = 0; i < tokens.Length;)
        {
            var (length, concept, kind, nameClass) = names.Find(tokens[i..]);
            if (length == 0)
            {
                if (IsForeignNumber(question, tokens[i])) (tokens[i].Key, tokens[i].Kind) = (Number, TokenKind.Absent);
                if (tokens[i].Kind != TokenKind.Grammar || words.Find(tokens[i].Key) >= 0) tokens[kept++] = tokens[i];
                i++;
                continue;
            }

            if (kind == TokenKind.Filler)
            {
                i += length;
                continue;
            }

            tokens[kept++] = tokens[i] with { Key = concept, Kind = kind, Class = nameClass, SourceEnd = tokens[i + length - 1].SourceEnd };
            i += length;
        }

        question.Truncate(kept);
        return repaired;
    }

    // A number that the article does not have and that is part of no name.
    private bool IsForeignNumber(QuestionWords question, in Token token)
    {
        var word = question.TextOf(token);
        return word.ContainsAnyInRange('0', '9') && !word.ContainsAnyInRange('a', 'z') && textWords.Find(token.Key) < 0;
    }

    private static HashIndex IndexOf(string[] list)
    {
        var index = new HashIndex(list.Length);
        foreach (var word in list) index.Add(Stems.KeyOf(word));
        return index;
    }

    private void Learn(QuestionWords reader, string text, Dictionary<string, int> uses, HashIndex? also)
    {
        reader.Read(text);
        foreach (ref var token in reader.Tokens)
        {
            var word = reader.TextOf(token);
            token.Key = Stems.KeyOf(word);
            words.Add(token.Key);
            also?.Add(token.Key);
            CollectionsMarshal.GetValueRefOrAddDefault(uses.GetAlternateLookup<ReadOnlySpan<char>>(), word, out _)++;
        }
    }

    private bool ResolveWord(QuestionWords question, ref Token token, List<(string Asked, string Read)>? repairs)
    {
        var word = question.TextOf(token);
        token.Key = Stems.KeyOf(word);
        if (Grammar.Find(token.Key) >= 0)
        {
            token.Kind = TokenKind.Grammar;
        }
        else if (words.Find(token.Key) >= 0)
        {
            token.Kind = TokenKind.Known;
        }
        else if (repair?.Find(word) is { } known)
        {
            repairs?.Add((word.ToString(), known));
            question.Rewrite(ref token, known);
            token.Key = Stems.KeyOf(known);
            token.Kind = Grammar.Find(token.Key) >= 0 ? TokenKind.Grammar : TokenKind.Known;
            return true;
        }

        return false;
    }
}
