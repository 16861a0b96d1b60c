namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// Reads from a sentence's word order who does what to whom; a few patterns of English, not a parser.
/// </summary>
internal static class ClauseRelations
{
    // Words farther apart are probably in different clauses.
    private const int MaxDistance = 8;

    /// <summary>Finds all relations between two words of a sentence.</summary>
    public static ClauseRelation Find(ReadOnlySpan<ClauseWord> sentence, ulong noun, ulong verb)
    {
        var found = ClauseRelation.None;
        for (var v = 0; v < sentence.Length; v++)
        {
            if (sentence[v].Key != verb) continue;
            // In "the design", it is no verb.
            if (v > 0 && sentence[v - 1].Form == WordForm.Determiner) continue;
            for (var n = Math.Max(0, v - MaxDistance); n < Math.Min(sentence.Length, v + MaxDistance + 1); n++)
            {
                if (n != v && sentence[n].Key == noun)
                    found |= n < v ? FindBeforeVerb(sentence, n, v) : FindAfterVerb(sentence, n, v);
            }
        }

        return found;
    }

    private static ClauseRelation FindBeforeVerb(ReadOnlySpan<ClauseWord> sentence, int noun, int verb)
    {
        var last = verb - 1;
        while (last > noun && sentence[last].Form == WordForm.Adverb) last--;
        // "whom I appointed": the pronoun is the subject.
        if (last > noun && sentence[last].Form == WordForm.Pronoun)
        {
            var between = sentence[noun..last];
            var isRelative = Has(between, WordForm.Who) || Has(between, WordForm.Interrogative);
            return isRelative ? ClauseRelation.Object : ClauseRelation.None;
        }

        // "which post does he hold", "whom did he call": the object comes first.
        if (Has(sentence[noun..verb], WordForm.Do)) return ClauseRelation.Object;
        var isPassive = sentence[last].Form == WordForm.Be && !sentence[verb].IsProgressive;
        var isDoneBy = verb + 1 < sentence.Length && sentence[verb + 1].Form == WordForm.By;
        if (isPassive || isDoneBy) return ClauseRelation.Object;
        var first = noun - 1;
        while (first >= 0 && sentence[first].Form is WordForm.Determiner or WordForm.Adverb) first--;
        if (first < 0) return ClauseRelation.Subject;
        return sentence[first].Form switch
        {
            WordForm.Be => sentence[verb].IsProgressive ? ClauseRelation.Subject : ClauseRelation.Object,
            WordForm.Preposition or WordForm.By or WordForm.From or WordForm.To => ClauseRelation.None,
            _ => ClauseRelation.Subject,
        };
    }

    private static ClauseRelation FindAfterVerb(ReadOnlySpan<ClauseWord> sentence, int noun, int verb)
    {
        var at = noun - 1;
        var isBegun = false;
        for (; at > verb && IsInNounPhrase(sentence[at].Form); at--)
        {
            // If another noun phrase begins, only a list continues.
            if (isBegun && sentence[at].Form != WordForm.Conjunction) return ClauseRelation.None;
            isBegun = sentence[at].Form == WordForm.Determiner;
        }

        if (at == verb) return ClauseRelation.Object;
        return sentence[at].Form switch
        {
            WordForm.By => ClauseRelation.Subject,
            WordForm.From when at == verb + 1 => ClauseRelation.Subject,
            WordForm.To => ClauseRelation.Object,
            WordForm.Preposition when at == verb + 1 => ClauseRelation.Object,
            _ => ClauseRelation.None,
        };
    }

    private static bool IsInNounPhrase(WordForm form) =>
        form is WordForm.Content or WordForm.Determiner or WordForm.Conjunction or WordForm.Adverb;

    private static bool Has(ReadOnlySpan<ClauseWord> words, WordForm form)
    {
        foreach (ref readonly var word in words)
        {
            if (word.Form == form) return true;
        }

        return false;
    }
}
