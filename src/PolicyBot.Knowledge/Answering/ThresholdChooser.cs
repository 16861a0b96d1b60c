using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Matching;

namespace PolicyBot.Knowledge.Answering;

/// <summary>
/// Chooses thresholds from questions whose right entries are known. A right answer is worth 1, a right offer half; a wrong answer costs 2, an offer where
/// none is right half of that; a refusal is worth nothing.
/// </summary>
internal static class ThresholdChooser
{
    private const double RightOffer = 0.5;
    private const double Wrong = 2;
    private const double Step = 0.02;
    private const int FewestQuestions = 20;

    // Of every entry's phrasings one in four is left out, and of the entries one in six as a whole: its phrasings are then unanswerable.
    private const int PhrasingsLeftOut = 4;
    private const int EntriesLeftOut = 6;

    // What readers ask, for want of their questions: mostly what the article answers; and what it does not is mostly known to the set.
    private const double AnswerableShare = 0.6;
    private const double UnforeseenShare = 0.1;

    private static readonly Thresholds Untried = new(0.6, 0.4);

    /// <summary>What an answer offers, judged.</summary>
    /// <param name="Confidence">The confidence of the best entry.</param>
    /// <param name="IsRight">Whether the best entry is right.</param>
    /// <param name="OffersRight">Whether one of the best two is.</param>
    /// <param name="Weight">For how many questions it stands.</param>
    public readonly record struct Judged(double Confidence, bool IsRight, bool OffersRight, double Weight = 1);

    public static Judged Judge(Answer answer, IReadOnlyCollection<string> right)
    {
        var candidates = answer.Candidates();
        return candidates.Count == 0
            ? new Judged(0, false, false)
            : new Judged(candidates[0].Confidence, right.Contains(candidates[0].Entry.Id), candidates.Take(2).Any(c => right.Contains(c.Entry.Id)));
    }

    /// <summary>The thresholds worth most; the lower ones of equals.</summary>
    public static Thresholds Best(IEnumerable<Judged> questions)
    {
        var all = questions.ToList();
        if (all.Count < FewestQuestions) return Untried;
        var (best, bestWorth) = (Untried, double.MinValue);
        for (var answer = Step; answer < 1; answer += Step)
        {
            for (var offer = Step; offer <= answer + (Step / 2); offer += Step)
            {
                var worth = all.Sum(
                    q => q.Weight * (q.Confidence >= answer ? (q.IsRight ? 1 : -Wrong) : q.Confidence < offer ? 0 : q.OffersRight ? RightOffer : -Wrong / 2));
                if (worth > bestWorth + 1e-9) (best, bestWorth) = (new Thresholds(Math.Round(answer, 2), Math.Round(Math.Min(answer, offer), 2)), worth);
            }
        }

        return best;
    }

    /// <summary>Chooses for a set that brings none, by leaving phrasings and entries out.</summary>
    public static Thresholds Choose(KnowledgeSet set, MatcherOptions? options)
    {
        var kept = set.Questions.Where((_, i) => i % EntriesLeftOut != EntriesLeftOut - 1).ToList();
        var answerable = kept.SelectMany(e => e.Phrasings.Where(IsLeftOut).Select(p => (Question: p, Entry: e.Id))).ToList();
        var foreseen = set.Unanswered.SelectMany(e => e.Phrasings.Where(IsLeftOut)).ToList();
        var unforeseen = set.Questions.Except(kept).SelectMany(e => e.Phrasings).ToList();
        if (answerable.Count < FewestQuestions || foreseen.Count + unforeseen.Count < FewestQuestions) return Untried;

        var smaller = set with
        {
            Questions = [.. kept.Select(e => e with { Phrasings = [.. e.Phrasings.Where((p, i) => !IsLeftOut(p, i))] })],
            Unanswered = [.. set.Unanswered.Select(e => e with { Phrasings = [.. e.Phrasings.Where((p, i) => !IsLeftOut(p, i))] })],
        };
        var answerer = new Answerer(smaller, Untried, options);
        var unforeseenShare = foreseen.Count == 0 ? 1 - AnswerableShare : UnforeseenShare;
        return Best(
        [
            .. answerable.Select(a => Judge(answerer.Ask(a.Question), [a.Entry]) with { Weight = AnswerableShare / answerable.Count }),
            .. foreseen.Select(q => Judge(answerer.Ask(q), []) with { Weight = (1 - AnswerableShare - unforeseenShare) / foreseen.Count }),
            .. unforeseen.Select(q => Judge(answerer.Ask(q), []) with { Weight = unforeseenShare / unforeseen.Count }),
        ]);
    }

    private static bool IsLeftOut(string phrasing, int index) => index % PhrasingsLeftOut == PhrasingsLeftOut - 1;
}
