using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Settings;

namespace PolicyBot.Opening;

/// <summary>Trains what answers questions, with the thresholds of the settings.</summary>
internal static class AnswererTraining
{
    /// <summary>
    /// Trains it. Where only one threshold is set, the other is the set's own, or what the answerer works out when the set has none; offering
    /// cannot begin above answering.
    /// </summary>
    public static Answerer Train(KnowledgeSet set, MatchingOptions matching)
    {
        if (matching is { AnswerThreshold: { } answerFrom, OfferThreshold: { } offerFrom }) return new Answerer(set, new Thresholds(answerFrom, offerFrom));
        var answerer = new Answerer(set);
        if (matching is { AnswerThreshold: null, OfferThreshold: null }) return answerer;
        var answer = matching.AnswerThreshold ?? answerer.Thresholds.Answer;
        return answerer.With(new Thresholds(answer, Math.Min(matching.OfferThreshold ?? answerer.Thresholds.Offer, answer)));
    }
}
