namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>Reads who does what to whom in a question; two patterns of English, not a parser.</summary>
internal static class ClauseReader
{
    /// <summary>Reads "who sent the letter" and "whom did the officials send it to".</summary>
    public static QuestionClause Read(IReadOnlyList<ClauseWord> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Form is not (WordForm.Who or WordForm.Interrogative or WordForm.Circumstance)) continue;
            var asked = i + 1;
            var noun = FindEnd(words, i + 1);
            if (GetForm(words, noun) == WordForm.Many) (asked, noun) = (noun + 1, FindEnd(words, noun + 1));
            if (GetForm(words, noun) == WordForm.Do) return ReadInverted(words, noun + 1, asked..noun);
            if (noun == i + 1 && GetForm(words, noun) == WordForm.Modal && IsNounPhrase(words, noun + 1))
                return ReadInverted(words, noun + 1, default);
            return words[i].Form == WordForm.Who ? ReadAgent(words, i + 1) : QuestionClause.None;
        }

        return QuestionClause.None;
    }

    /// <summary>Reads the subject of a question about a state: "why are the police worried".</summary>
    /// <returns>The words; empty if the pattern does not fit.</returns>
    public static Range ReadDescribed(IReadOnlyList<ClauseWord> words)
    {
        for (var i = 0; i + 2 < words.Count; i++)
        {
            if (words[i].Form != WordForm.Circumstance) continue;
            if (words[i + 1].Form != WordForm.Be) return default;
            var start = words[i + 2].Form == WordForm.Determiner ? i + 3 : i + 2;
            return start..Math.Max(start, FindEnd(words, start) - 1);
        }

        return default;
    }

    /// <summary>Finds the actor in "what did the Bureau do".</summary>
    /// <returns>The word after the form of "do"; null if there is none.</returns>
    public static ClauseWord? FindActor(IReadOnlyList<ClauseWord> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i].Form != WordForm.Do) continue;
            var at = words[i + 1].Form == WordForm.Determiner ? i + 2 : i + 1;
            return at < words.Count ? words[at] : null;
        }

        return null;
    }

    /// <summary>
    /// Reads the subject that begins a statement: "A spokesman" in "A spokesman, who has no name, replied".
    /// </summary>
    /// <returns>The keys; none if the statement is passive, or if they are only a part of the subject.</returns>
    public static IReadOnlyList<ulong> ReadSubject(IReadOnlyList<ClauseWord> statement)
    {
        var start = statement.Count > 0 && statement[0].Form == WordForm.Determiner ? 1 : 0;
        var end = FindEnd(statement, start);
        if (end == statement.Count || statement[end].Form is WordForm.Be or WordForm.Preposition) return [];
        return [.. statement.Skip(start).Take(end - start).Select(w => w.Key)];
    }

    // "who sent the letter", "who has replied to Facebook".
    private static QuestionClause ReadAgent(IReadOnlyList<ClauseWord> words, int at)
    {
        while (at < words.Count && words[at].Form is WordForm.Adverb or WordForm.Modal) at++;
        if (at >= words.Count || words[at].Form != WordForm.Content || words[at].IsName) return QuestionClause.None;
        return new QuestionClause(at, default, ReadObject(words, at + 1), default)
        {
            HasContent = at + 1 < words.Count && words[at + 1].Form == WordForm.Interrogative,
        };
    }

    // "did the officials send the letter".
    private static QuestionClause ReadInverted(IReadOnlyList<ClauseWord> words, int at, Range asked)
    {
        if (at < words.Count && words[at].Form == WordForm.Determiner) at++;
        var end = FindEnd(words, at);
        if (end == at) return QuestionClause.None;
        // "the letter say companies should": the last word is the subject of another clause.
        if (end - at > 2 && GetForm(words, end) is WordForm.Modal or WordForm.Be or WordForm.Do) end--;
        // A name is the whole subject; otherwise the last content word is the verb.
        var verb = words[at].IsName ? at + 1 : end - 1;
        if (verb == end && verb < words.Count && words[verb].Form == WordForm.Adverb) verb++;
        if (verb == at && end < words.Count && words[end].Form == WordForm.Adverb) verb = end + 1;
        if (verb <= at || verb >= words.Count || words[verb].Form != WordForm.Content) return QuestionClause.None;
        // "which company does he work for": the noun belongs to the preposition.
        if (words[^1].Form is WordForm.Preposition or WordForm.To or WordForm.From) asked = default;
        return new QuestionClause(verb, at..Math.Min(verb, end), ReadObject(words, verb + 1), asked);
    }

    private static Range ReadObject(IReadOnlyList<ClauseWord> words, int at)
    {
        if (at < words.Count && words[at].Form == WordForm.To)
        {
            // "To" without an article is more likely before an infinitive.
            if (!IsNounPhrase(words, at + 1)) return default;
            at++;
        }

        if (at < words.Count && words[at].Form == WordForm.Determiner) at++;
        var end = FindEnd(words, at);
        // "say companies should do": the subject of another clause.
        return end < words.Count && words[end].Form is WordForm.Modal or WordForm.Be or WordForm.Do ? default : at..end;
    }

    private static bool IsNounPhrase(IReadOnlyList<ClauseWord> words, int at) =>
        at < words.Count && (words[at].Form == WordForm.Determiner || words[at].IsName);

    private static WordForm? GetForm(IReadOnlyList<ClauseWord> words, int at) =>
        at < words.Count ? words[at].Form : null;

    private static int FindEnd(IReadOnlyList<ClauseWord> words, int at)
    {
        while (at < words.Count && words[at].Form == WordForm.Content) at++;
        return at;
    }
}
