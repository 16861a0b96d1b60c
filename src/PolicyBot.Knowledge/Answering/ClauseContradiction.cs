using PolicyBot.Knowledge.Matching;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Answering;

/// <summary>
/// Detects that a question asks for something other than what an entry says although the words are the same: someone
/// else does it, it is done to someone else, something else is counted, it is denied, or its place, time or reason is
/// asked for.
/// </summary>
internal static class ClauseContradiction
{
    // Verbs that deny the verb after them.
    private static readonly ulong[] Denials = GetKeys("refuse", "decline", "deny", "reject", "fail");

    private static readonly ulong Why = Stems.GetKey("why");

    // Words that ask when, and where.
    private static readonly ulong[] Times = GetKeys("when", "day", "date", "month", "year");
    private static readonly ulong[] Places = GetKeys("where", "city", "town", "place");

    // Words that are a part of a number.
    private static readonly ulong[] Scales = GetKeys("number", "hundred", "thousand", "million", "billion", "trillion");

    // The counted noun follows its number within this many words.
    private const int MaxCountDistance = 4;

    /// <summary>Whether a scored question contradicts an entry.</summary>
    public static bool Contradicts(Scratch scratch, EntryProfile profile)
    {
        var words = scratch.Clause;
        return Denies(words, profile)
            || (scratch.AsksNumber && CountsAnother(words, profile))
            || AsksByForeignNoun(words, Times, profile)
            || AsksByForeignNoun(words, Places, profile)
            || AsksForAnotherReason(words, profile)
            || AreForeign(words, ClauseReader.ReadDescribed(words), profile)
            || ContradictsClause(words, ClauseReader.Read(words), profile);
    }

    private static bool ContradictsClause(List<ClauseWord> words, in QuestionClause clause, EntryProfile profile)
    {
        if (clause.Verb < 0) return false;
        var verb = words[clause.Verb].Key;
        return AreReversed(words, clause.Subject, verb, ClauseRelation.Subject, profile)
            || AreReversed(words, clause.Object, verb, ClauseRelation.Object, profile)
            || AreReversed(words, clause.Asked, verb, ClauseRelation.Object, profile)
            || IsAnotherName(words, clause.Subject, verb, ClauseRelation.Subject, profile)
            || IsAnotherName(words, clause.Object, verb, ClauseRelation.Object, profile)
            || AreForeign(words, clause.Subject, profile)
            || AreForeign(words, clause.Object, profile)
            || AreForeign(words, clause.Verb..(clause.Verb + 1), profile)
            || (clause.HasContent && HasForeign(words, clause.Verb + 1, profile))
            || (clause.AsksAgent && IsActor(words, clause.Object, verb, profile))
            || (clause.AsksAgent && AreAnswerSubject(words, clause.Object, profile));
    }

    // "Whom did Zuckerberg send it to": the entry has him after the verb only.
    private static bool AreReversed(
        List<ClauseWord> words, Range range, ulong verb, ClauseRelation expected, EntryProfile profile)
    {
        var known = ClauseRelation.None;
        for (var i = range.Start.Value; i < range.End.Value; i++) known |= profile.FindRelation(words[i].Key, verb);
        return known != ClauseRelation.None && (known & expected) == 0;
    }

    // "Why does Barr oppose it" if the entry says that Facebook does.
    private static bool IsAnotherName(
        List<ClauseWord> words, Range range, ulong verb, ClauseRelation expected, EntryProfile profile)
    {
        for (var i = range.Start.Value; i < range.End.Value; i++)
        {
            if (!words[i].IsName || (profile.FindRelation(words[i].Key, verb) & expected) != 0) continue;
            foreach (var name in profile.Names)
            {
                if (name != words[i].Key && (profile.FindRelation(name, verb) & expected) != 0) return true;
            }
        }

        return false;
    }

    // "Who pays the President" if the entry mentions no president; "whom did they dismiss" if nobody is dismissed.
    private static bool AreForeign(List<ClauseWord> words, Range range, EntryProfile profile)
    {
        for (var i = range.Start.Value; i < range.End.Value; i++)
        {
            if (!IsForeign(words[i], profile)) return false;
        }

        return range.End.Value > range.Start.Value;
    }

    // "Who says that it is safer" if the entry does not say so.
    private static bool HasForeign(List<ClauseWord> words, int start, EntryProfile profile)
    {
        for (var i = start; i < words.Count; i++)
        {
            if (words[i].Form == WordForm.Content && IsForeign(words[i], profile)) return true;
        }

        return false;
    }

    private static bool IsForeign(in ClauseWord word, EntryProfile profile) =>
        !word.IsLight && !profile.Uses(word.Key) && !profile.IsPhrased(word.Key);

    // "Who investigated the Bureau" if the entry says what the Bureau did.
    private static bool IsActor(List<ClauseWord> words, Range range, ulong verb, EntryProfile profile)
    {
        for (var i = range.Start.Value; i < range.End.Value; i++)
        {
            var key = words[i].Key;
            if (profile.IsActor(key) && (profile.FindRelation(key, verb) & ClauseRelation.Object) == 0) return true;
        }

        return false;
    }

    // "Who replied to the spokesman" if the answer begins "A spokesman".
    private static bool AreAnswerSubject(List<ClauseWord> words, Range range, EntryProfile profile)
    {
        if (profile.AnswerSubject.Count == 0) return false;
        foreach (var key in profile.AnswerSubject)
        {
            var isNamed = false;
            for (var i = range.Start.Value; i < range.End.Value; i++) isNamed |= words[i].Key == key;
            if (!isNamed) return false;
        }

        return true;
    }

    private static bool Denies(List<ClauseWord> words, EntryProfile profile)
    {
        foreach (var word in words)
        {
            if (Denials.Contains(word.Key) && !profile.Uses(word.Key)) return true;
        }

        return false;
    }

    // "How many consumers" if the entry counts dollars.
    private static bool CountsAnother(List<ClauseWord> words, EntryProfile profile)
    {
        var start = words.FindIndex(w => w.Form == WordForm.Many) + 1;
        if (start == 0) return false;
        while (start < words.Count && Scales.Contains(words[start].Key)) start++;
        var end = start;
        while (end < words.Count && words[end].Form == WordForm.Content) end++;
        if (end == start) return false;
        foreach (var sentence in profile.Sentences)
        {
            for (var i = 0; i < sentence.Length; i++)
            {
                if (!IsPartOfNumber(sentence[i])) continue;
                for (var at = i + 1; at <= Math.Min(i + MaxCountDistance, sentence.Length - 1); at++)
                {
                    // "8 cents per head" counts no heads; "the number of fees" counts fees.
                    if (sentence[at].Form == WordForm.Preposition && at > i + 1) break;
                    for (var asked = start; asked < end; asked++)
                    {
                        if (words[asked].Key == sentence[at].Key) return false;
                    }
                }
            }
        }

        return true;
    }

    private static bool IsPartOfNumber(in ClauseWord word) =>
        word.IsNumber || word.Form == WordForm.Many || Scales.Contains(word.Key);

    // "In which city" if the entry mentions no place.
    private static bool AsksByForeignNoun(List<ClauseWord> words, ulong[] kind, EntryProfile profile)
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i - 1].Form == WordForm.Interrogative && kind.Contains(words[i].Key))
                return !kind.Any(profile.Uses);
        }

        return false;
    }

    // "Why did they publish it" if hardly any phrasing asks why: an entry may mention a place in passing, but not a
    // reason.
    private static bool AsksForAnotherReason(List<ClauseWord> words, EntryProfile profile)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i].Key != Why || !profile.IsRareAsk(Why)) continue;
            if (words[i + 1].Form is WordForm.Do or WordForm.Be or WordForm.Modal) return true;
        }

        return false;
    }

    private static ulong[] GetKeys(params string[] words) => [.. words.Select(w => Stems.GetKey(w))];
}
