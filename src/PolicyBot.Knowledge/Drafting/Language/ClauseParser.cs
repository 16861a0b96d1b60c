using System.Buffers;

namespace PolicyBot.Knowledge.Drafting.Language;

/// <summary>
/// Finds the main clause of a sentence by its first finite verb, with patterns of English rather than a grammar. It
/// returns no clause if it would have to guess.
/// </summary>
internal sealed class ClauseParser
{
    private const int MaxSubject = 18;
    private const int MaxLead = 30;
    private const int MaxRest = 16;

    private static readonly SearchValues<char> Breaks = SearchValues.Create(";:,—–()”\"");
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(";:—–()”\"");

    private static readonly HashSet<string> Leads = ToSet(
        "in on at by for from with while when if as because before after under owing to although since during despite "
            + "through within without unlike like until once instead according given based among across following");

    private static readonly HashSet<string> Openers = ToSet(
        "and but so yet however first second third finally moreover also then therefore thus still meanwhile currently "
            + "today now indeed instead");

    private static readonly HashSet<string> Relatives = ToSet("that which who whom whose where");

    private static readonly HashSet<string> Determiners = ToSet(
        "a an the this that these those his her its their our my your each every some any no all both another such of "
            + "to in for with on at by from as into and or more most less than very two three four five six seven "
            + "eight nine ten");

    private static readonly HashSet<string> Prepositions = ToSet(
        "by on in from at to for with onto under of into upon about against between");

    private static readonly HashSet<string> Adverbs = ToSet(
        "not now already also never always only often still ever even all both just again soon herewith therefore then "
            + "wholly less much more most practically adequately");

    private readonly IReadOnlyList<SentenceWord> _words;

    private ClauseParser(IReadOnlyList<SentenceWord> words) => _words = words;

    /// <summary>Finds the clause; null if the sentence doesn't fit the patterns.</summary>
    public static Clause? Parse(IReadOnlyList<SentenceWord> sentence) =>
        sentence.Count < 3 ? null : new ClauseParser(sentence).Parse();

    /// <summary>Whether a word is an adverb that may come between an auxiliary and a verb.</summary>
    public static bool IsAdverb(SentenceWord word) =>
        Adverbs.Contains(word.Key) || (word.Key.Length > 4 && word.Key.EndsWith("ly", StringComparison.Ordinal));

    /// <summary>
    /// Removes what can't end a question from the end of words that were cut off: “the device that is”.
    /// </summary>
    public static IReadOnlyList<SentenceWord> TrimEnd(IReadOnlyList<SentenceWord> words)
    {
        var end = words.Count;
        while (end > 0 && CannotEnd(words[end - 1].Key)) end--;
        return [.. words.Take(end)];

        static bool CannotEnd(string key) => Determiners.Contains(key) || Prepositions.Contains(key)
            || Relatives.Contains(key) || Openers.Contains(key) || Leads.Contains(key)
            || Verbs.Auxiliaries.Contains(key);
    }

    private static HashSet<string> ToSet(string words) => new(words.Split(' '), StringComparer.Ordinal);

    private Clause? Parse()
    {
        var start = 0;
        if (Openers.Contains(_words[0].Key)) start = 1;
        var lead = start;
        if (Leads.Contains(_words[start].Key))
        {
            for (var i = start + 1; i < Math.Min(_words.Count - 2, MaxLead); i++)
            {
                if (!_words[i].Gap.StartsWith(',') || FindVerb(i) is not { } found) continue;
                return Build(_words.Take(start..i), i, found);
            }

            return null;
        }

        return FindVerb(lead) is { } verb ? Build([], lead, verb) : null;
    }

    private int? FindVerb(int start)
    {
        var isRelative = false;
        for (var i = start; i < Math.Min(_words.Count, start + MaxSubject); i++)
        {
            var word = _words[i];
            if (i > start && word.Gap.AsSpan().ContainsAny(Breaks) && !IsList(i)) return null;
            if (i == start) continue;
            if (IsNegated(word)) return null;
            if (Relatives.Contains(word.Key))
            {
                isRelative = true;
                continue;
            }

            if (!IsFinite(i, start)) continue;
            if (!isRelative) return i;
            // The verb of "the men who wrote it": the next one is the sentence's.
            isRelative = false;
            while (i + 1 < _words.Count && (IsAdverb(_words[i + 1]) || Verbs.Find(_words[i + 1].Key) is not null)) i++;
        }

        return null;
    }

    // "from the United States, the United Kingdom and Australia": the list has a conjunction before its last item.
    private bool IsList(int at)
    {
        if (!_words[at].Gap.StartsWith(',')) return false;
        if (_words[at].Key is "and" or "or") return true;
        for (var i = at; i < Math.Min(_words.Count, at + 8); i++)
        {
            if (Verbs.Auxiliaries.Contains(_words[i].Key) || Relatives.Contains(_words[i].Key)) return false;
            if (_words[i].Key is "and" or "or") return true;
        }

        return false;
    }

    private bool IsFinite(int at, int start)
    {
        var (word, before) = (_words[at], _words[at - 1]);
        if (Verbs.Auxiliaries.Contains(word.Key)) return true;
        if (word.IsCapitalized || Verbs.Find(word.Key) is not { } form) return false;
        if (Determiners.Contains(before.Key) || before.IsPossessive) return false;
        var isPlural = before.Key is "i" or "we" or "you" or "they" or "people"
            || (before.Key.EndsWith('s') && !before.Key.EndsWith("ss", StringComparison.Ordinal));
        return form.Tense switch
        {
            VerbTense.Base => isPlural && HasObject(at),
            VerbTense.Present => !isPlural && HasObject(at),
            VerbTense.Past => !IsParticiple(at),
            _ => false,
        } && at > start;
    }

    // A contraction such as “shouldn't” can't change places with the subject, and no question may lose its “not”.
    private static bool IsNegated(SentenceWord word) =>
        word.Key.EndsWith("n’t", StringComparison.Ordinal) || word.Key.EndsWith("n't", StringComparison.Ordinal);

    // A noun in the same form is followed by a verb or a preposition: "the costs are", "the use of".
    private bool HasObject(int at) =>
        at + 1 < _words.Count
            && !Verbs.Auxiliaries.Contains(_words[at + 1].Key)
            && _words[at + 1].Key is not ("of" or "and");

    // "a fee levied on each animal": another verb follows in the clause.
    private bool IsParticiple(int at)
    {
        if (at + 1 >= _words.Count || !Prepositions.Contains(_words[at + 1].Key)) return false;
        for (var i = at + 2; i < Math.Min(_words.Count, at + 10); i++)
        {
            if (_words[i].Gap.AsSpan().ContainsAny(Breaks)) return false;
            if (Verbs.Auxiliaries.Contains(_words[i].Key)) return true;
            if (Verbs.Find(_words[i].Key) is { Tense: VerbTense.Past or VerbTense.Present }
                && !Determiners.Contains(_words[i - 1].Key) && !_words[i].IsCapitalized)
                return true;
        }

        return false;
    }

    private Clause Build(IEnumerable<SentenceWord> lead, int start, int verb)
    {
        var subject = _words.Take(start..verb).ToList();
        SentenceWord? auxiliary = null;
        var middle = new List<SentenceWord>();
        var at = verb;
        if (Verbs.Auxiliaries.Contains(_words[at].Key))
        {
            auxiliary = _words[at++];
            while (at < _words.Count && (IsAdverb(_words[at]) || _words[at].Key is "be" or "been" or "being" or "have"))
                middle.Add(_words[at++]);
        }
        else
        {
            // "has previously argued" has its adverb there; here it precedes the verb: "already protects".
            while (subject.Count > 1 && IsAdverb(subject[^1]))
            {
                middle.Insert(0, subject[^1]);
                subject.RemoveAt(subject.Count - 1);
            }
        }

        SentenceWord? main = null;
        if (at < _words.Count && (auxiliary is null || IsVerb(_words[at])))
            main = _words[at++];
        var end = at;
        while (end < _words.Count && end - at < MaxRest && !EndsClause(end, at)) end++;
        // A cut-off rest ends at its last comma.
        if (end - at == MaxRest && end < _words.Count)
        {
            for (var i = end; i > at + 4; i--)
            {
                if (!_words[i].Gap.StartsWith(',')) continue;
                end = i;
                break;
            }
        }

        IReadOnlyList<SentenceWord> rest = [.. _words.Take(at..end)];
        var isCut = end < _words.Count && !EndsClause(end, at);
        return new Clause([.. lead], subject, auxiliary, middle, main, isCut ? TrimEnd(rest) : rest);
    }

    private static bool IsVerb(SentenceWord word) =>
        !word.IsCapitalized && (Verbs.Find(word.Key) is not null
            || (word.Key.Length > 4 && (word.Key.EndsWith("ed", StringComparison.Ordinal)
                || word.Key.EndsWith("ing", StringComparison.Ordinal))));

    private bool EndsClause(int at, int start)
    {
        var gap = _words[at].Gap;
        if (at > start && gap.AsSpan().ContainsAny(ClauseEnds)) return true;
        return gap.StartsWith(',')
            && (_words[at].Key is "which" or "who" or "while" or "but" or "whereas" or "so" or "providing");
    }
}
