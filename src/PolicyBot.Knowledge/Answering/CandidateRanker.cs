using PolicyBot.Knowledge.Matching;
using PolicyBot.Knowledge.Matching.Semantic;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Answering;

/// <summary>Ranks the entries of a set for a scored question, and measures the closest.</summary>
/// <param name="profiles">The profile of each entry.</param>
/// <param name="answerable">The number of answerable entries; they come first.</param>
/// <param name="answerWords">The words of all answers, which the vocabulary may lack.</param>
internal sealed class CandidateRanker(Lazy<EntryProfile>[] profiles, int answerable, HashIndex answerWords)
{
    // MaxSim scores vary little, so they are weighted up; the weight was chosen on the tuning halves.
    private const float EvidenceWeight = 3f;

    // A contradicted entry can still be shown as the closest, but never as the answer.
    private const double ContradictedFactor = 0.5;

    // The confidence of an entry that has the question among its phrasings.
    private const double PhrasingConfidence = 0.99;

    // The most entries whose ranks are kept on the stack.
    private const int MaxOnStack = 512;

    // The lead if there is no other entry.
    private const float ScoreLeadOverNone = 1.5f, MeaningLeadOverNone = 1f, RankLeadOverNone = 2f;

    /// <summary>Gets the profile of an entry.</summary>
    public EntryProfile GetProfile(int entry) => profiles[entry].Value;

    /// <summary>Whether an entry uses every word of a question.</summary>
    public bool UsesAll(int entry, QuestionTokenizer words)
    {
        foreach (var token in words.Tokens)
        {
            if (!GetProfile(entry).Uses(token.Key)) return false;
        }

        return true;
    }

    /// <summary>
    /// Finds the closest entries by the lexical score, or by the sum of score, meaning and evidence, and sorts them by
    /// confidence.
    /// </summary>
    /// <param name="scratch">The scored question.</param>
    /// <param name="semantic">The encoder's scores, or null.</param>
    /// <param name="ranking">Gets the closest entries.</param>
    public void Rank(Scratch scratch, SemanticScores? semantic, Ranking ranking) =>
        Rank(scratch, semantic, ranking, Ranking.MaxMeasured, isQuick: false);

    /// <summary>
    /// Finds only the very closest answerable entries by the lexical score, to see whether one is certain.
    /// </summary>
    /// <param name="scratch">The scored question.</param>
    /// <param name="ranking">Gets the closest entries.</param>
    public void RankQuickly(Scratch scratch, Ranking ranking) =>
        Rank(scratch, null, ranking, Answer.MaxSuggestions, isQuick: true);

    /// <summary>
    /// Whether the set may know enough words of a question that <see cref="RankQuickly"/>, or
    /// <see cref="Rank(Scratch, SemanticScores?, Ranking)"/> without the encoder, finds an entry of this confidence;
    /// needs no scores. If not, none of them has it.
    /// </summary>
    /// <param name="vocabulary">The vocabulary of the set.</param>
    /// <param name="question">The words, not yet resolved; courtesies are removed.</param>
    /// <param name="confidence">The confidence.</param>
    public bool MayKnow(Vocabulary vocabulary, QuestionTokenizer question, double confidence)
    {
        var (content, foreign) = vocabulary.CountForeign(question, answerWords);
        // Without an unknown word, it may be one of the phrasings.
        return foreign == 0 || ConfidenceModel.Lexical.GetHighestConfidence(content, foreign) >= confidence;
    }

    /// <summary>
    /// Whether <see cref="RankQuickly"/>, or <see cref="Rank(Scratch, SemanticScores?, Ranking)"/> without the encoder,
    /// may find an entry of this confidence; it measures none. If not, none of them has it.
    /// </summary>
    /// <param name="scratch">The scored question.</param>
    /// <param name="confidence">The confidence.</param>
    public bool MayReach(Scratch scratch, double confidence)
    {
        Span<int> top = stackalloc int[Ranking.MaxMeasured];
        top = top[..FindTop(scratch.Scores[..answerable], top)];
        if (top.IsEmpty) return false;
        var best = scratch.Scores[top[0]];
        var lead = top.Length == 1 ? ScoreLeadOverNone : best - scratch.Scores[top[1]];
        if (ConfidenceModel.Lexical.GetHighestConfidence(best, lead) >= confidence) return true;
        foreach (var entry in top)
        {
            if (GetProfile(entry).IsPhrasing(scratch.Words.Tokens)) return true;
        }

        return false;
    }

    private void Rank(Scratch scratch, SemanticScores? semantic, Ranking ranking, int most, bool isQuick)
    {
        ranking.Clear();
        var count = scratch.Scores.Length;
        Span<float> ranks = count <= MaxOnStack ? stackalloc float[count] : new float[count];
        for (var entry = 0; entry < ranks.Length; entry++)
        {
            var meaning = semantic is null ? 0 : semantic.Means[entry] + (EvidenceWeight * semantic.GetEvidence(entry));
            ranks[entry] = scratch.Scores[entry] + meaning;
        }

        Span<int> top = stackalloc int[most];
        var found = FindTop(ranks[..answerable], top);
        for (var rank = 0; rank < found; rank++)
        {
            var features = Measure(scratch, semantic, ranks, top[rank]);
            var model = semantic is null ? ConfidenceModel.Lexical : ConfidenceModel.Full;
            var confidence = GetConfidence(scratch, model.GetConfidence(features), features, GetProfile(top[rank]));
            ranking.Add(new RankedEntry(top[rank], features, confidence));
        }

        ranking.SortByConfidence();

        if (isQuick || answerable == ranks.Length) return;
        var unanswerable = answerable + IndexOfBest(ranks[answerable..], -1);
        var measured = Measure(scratch, semantic, ranks, unanswerable);
        var refusal = semantic is null ? ConfidenceModel.LexicalUnanswerable : ConfidenceModel.FullUnanswerable;
        var isPhrasing = GetProfile(unanswerable).IsPhrasing(scratch.Words.Tokens);
        var sure = isPhrasing ? PhrasingConfidence : refusal.GetConfidence(measured);
        ranking.SetUnanswerable(new RankedEntry(unanswerable, measured, sure));
    }

    // The model decides unless the entry has this very question, or contradicts it.
    private static double GetConfidence(
        Scratch scratch, double confidence, in CandidateFeatures features, EntryProfile profile)
    {
        if (profile.IsPhrasing(scratch.Words.Tokens)) return Math.Max(PhrasingConfidence, confidence);
        if (IsContradicted(scratch, features, profile)) return confidence * ContradictedFactor;
        return confidence > ContradictedFactor && ClauseContradiction.Contradicts(scratch, profile)
            ? ContradictedFactor
            : confidence;
    }

    /// <summary>
    /// Whether the question asks who does what to whom differently from the entry: about someone the entry does not
    /// mention, for another role of the same verb, for someone whom the question already names, or for a number of
    /// something else.
    /// </summary>
    private static bool IsContradicted(Scratch scratch, in CandidateFeatures features, EntryProfile profile) =>
        profile.LacksPersonIn(scratch.Words.Tokens)
        || features[Feature.ForeignRole] > 0
        || (scratch.AskedRole is AskedRole.Recipient or AskedRole.Object
            && profile.NamesEveryPersonInAnswer(scratch.Words.Tokens))
        || (scratch.AsksNumber && features[Feature.ForeignWords] > 0);

    private static int FindTop(ReadOnlySpan<float> ranks, Span<int> top)
    {
        var count = 0;
        for (var entry = 0; entry < ranks.Length; entry++)
        {
            if (count == top.Length && ranks[entry] <= ranks[top[^1]]) continue;
            var at = count < top.Length ? count++ : top.Length - 1;
            while (at > 0 && ranks[top[at - 1]] < ranks[entry])
            {
                top[at] = top[at - 1];
                at--;
            }

            top[at] = entry;
        }

        return count;
    }

    // The index of the best value except one; -1 if there is no other.
    private static int IndexOfBest(ReadOnlySpan<float> values, int except)
    {
        var best = -1;
        for (var i = 0; i < values.Length; i++)
        {
            if (i != except && (best < 0 || values[i] > values[best])) best = i;
        }

        return best;
    }

    private CandidateFeatures Measure(Scratch scratch, SemanticScores? semantic, ReadOnlySpan<float> ranks, int entry)
    {
        var features = MeasureWords(scratch.Words.Tokens, scratch.AskedRole, GetProfile(entry));
        features[Feature.Score] = scratch.Scores[entry];
        (features[Feature.ScoreLead], features[Feature.ScoreLeadOverUnanswered]) =
            GetLeads(scratch.Scores, entry, scratch.Scores[entry], ScoreLeadOverNone);
        if (semantic is null) return features;

        features[Feature.Meaning] = semantic.Means[entry];
        (features[Feature.MeaningLead], features[Feature.MeaningLeadOverUnanswered]) =
            GetLeads(semantic.Means, entry, semantic.Means[entry], MeaningLeadOverNone);
        features[Feature.Evidence] = semantic.GetEvidence(entry);
        (features[Feature.EvidenceLead], features[Feature.EvidenceLeadOverUnanswered]) =
            GetLeads(semantic.Evidence, entry, semantic.GetEvidence(entry), MeaningLeadOverNone);
        features[Feature.BestSentence] = GetMax(semantic.Sentences);
        features[Feature.EvidenceGap] = features[Feature.Evidence] - features[Feature.BestSentence];
        (features[Feature.RankLead], features[Feature.RankLeadOverUnanswered]) =
            GetLeads(ranks, entry, ranks[entry], RankLeadOverNone);
        features[Feature.Words] = semantic.WordCount;
        return features;
    }

    // The leads of an entry's value over the best of the others; those without a value don't count.
    private (float OverAnswerable, float OverUnanswerable) GetLeads(
        ReadOnlySpan<float> values, int entry, float value, float overNone)
    {
        var other = IndexOfBest(values[..answerable], entry);
        var unanswerable = IndexOfBest(values[answerable..], entry - answerable);
        return (
            other < 0 || !float.IsFinite(values[other]) ? overNone : value - values[other],
            unanswerable < 0 || !float.IsFinite(values[answerable + unanswerable])
                ? overNone
                : value - values[answerable + unanswerable]);
    }

    private static float GetMax(ReadOnlySpan<float> values)
    {
        var best = 0f;
        foreach (var value in values) best = MathF.Max(best, value);
        return best;
    }

    private static CandidateFeatures MeasureWords(ReadOnlySpan<Token> tokens, AskedRole role, EntryProfile profile)
    {
        var features = default(CandidateFeatures);
        var (content, foreign, unknown, unphrased) = (0, 0, 0, 0);
        foreach (ref readonly var token in tokens)
        {
            if (token.Kind == TokenKind.Grammar && !token.IsDoubtful)
            {
                if (profile.IsForeignAsk(token.Key)) features[Feature.ForeignAsk] = 1f;
                continue;
            }

            content++;
            if (token.Kind is TokenKind.Unknown or TokenKind.Absent || token.IsDoubtful) unknown++;
            if (token.IsDoubtful || !profile.IsPhrased(token.Key)) unphrased++;
            if (profile.IsForeignRole(token.Key, role)) features[Feature.ForeignRole] = 1f;
            if (profile.Uses(token.Key) && !token.IsDoubtful) continue;
            foreign++;
            if (token.Kind == TokenKind.Name) features[Feature.ForeignName] = 1f;
            if (token.Kind == TokenKind.Absent) features[Feature.AbsentName] = 1f;
        }

        features[Feature.ForeignShare] = (float)foreign / Math.Max(1, content);
        features[Feature.MatchedWords] = content - foreign;
        features[Feature.ForeignWords] = foreign;
        features[Feature.ContentWords] = content;
        features[Feature.UnknownWords] = unknown;
        features[Feature.UnphrasedWords] = unphrased;
        return features;
    }
}
