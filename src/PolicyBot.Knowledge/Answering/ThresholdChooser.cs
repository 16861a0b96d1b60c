using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Matching;

namespace PolicyBot.Knowledge.Answering;

/// <summary>
/// Chooses thresholds from questions whose right entries are known. A right answer is worth 1, a right offer 0.7; a wrong answer costs 3, an offer where
/// none is right half of that; a refusal is worth nothing.
/// </summary>
internal static class ThresholdChooser
{
    private const double RightOffer = 0.7;
    private const double Wrong = 3;
    private const double Step = 0.02;
    private const int FewestQuestions = 20;

    // Of every entry's phrasings one in four is left out, and of the entries one in six as a whole: its phrasings are then unanswerable.
    private const int PhrasingsLeftOut = 4;
    private const int EntriesLeftOut = 6;

    private static readonly Thresholds Untried = new(0.6, 0.4);

    /// <summary>What an answer offers, judged.</summary>
    /// <param name="Confidence">The confidence of the best entry.</param>
    /// <param name="IsRight">Whether the best entry is right.</param>
    /// <param name="OffersRight">Whether one of the best two is.</param>
    public readonly record struct Judged(double Confidence, bool IsRight, bool OffersRight);

    public static Judged Judge(Answer answer, IReadOnlyCollection<string> right)
    {
        var candidates = answer.Candidates();
        return candidates.Count == 0
            ? default
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
                var worth = all.Sum(q => q.Confidence >= answer ? (q.IsRight ? 1 : -Wrong) : q.Confidence < offer ? 0 : q.OffersRight ? RightOffer : -Wrong / 2);
                if (worth > bestWorth + 1e-9) (best, bestWorth) = (new Thresholds(Math.Round(answer, 2), Math.Round(Math.Min(answer, offer), 2)), worth);
            }
        }

        return best;
    }

    /// <summary>Chooses for a set that brings none, by leaving phrasings and entries out.</summary>
    public static Thresholds Choose(KnowledgeSet set, MatcherOptions? options)
    {
        var asked = new List<(string Question, string? Entry)>();
        var questions = new List<QuestionEntry>();
        for (var i = 0; i < set.Questions.Count; i++)
        {
            var entry = set.Questions[i];
            if (i % EntriesLeftOut == EntriesLeftOut - 1)
            {
                asked.AddRange(entry.Phrasings.Select(p => (p, (string?)null)));
                continue;
            }

            asked.AddRange(entry.Phrasings.Where(IsLeftOut).Select(p => (p, (string?)entry.Id)));
            questions.Add(entry with { Phrasings = [.. entry.Phrasings.Where((p, i) => !IsLeftOut(p, i))] });
        }

        var unanswered = new List<UnansweredEntry>();
        foreach (var entry in set.Unanswered)
        {
            asked.AddRange(entry.Phrasings.Where(IsLeftOut).Select(p => (p, (string?)null)));
            unanswered.Add(entry with { Phrasings = [.. entry.Phrasings.Where((p, i) => !IsLeftOut(p, i))] });
        }

        if (asked.Count < FewestQuestions) return Untried;
        var answerer = new Answerer(set with { Questions = questions, Unanswered = unanswered }, Untried, options);
        return Best(asked.Select(a => Judge(answerer.Ask(a.Question), a.Entry is null ? [] : [a.Entry])));
    }

    private static bool IsLeftOut(string phrasing, int index) => index % PhrasingsLeftOut == PhrasingsLeftOut - 1;
}
