using System.Collections.Concurrent;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Text;
using PolicyBot.Knowledge.Threading;

namespace PolicyBot.Knowledge.Evaluation.Effects;

/// <summary>Finds what a change of a set does, by asking questions before and after it.</summary>
public static class EffectComparer
{
    // Each part costs two trainings, and every phrasing is left out with one part of the others.
    private const int Parts = 5;

    /// <summary>
    /// Asks all questions and phrasings before and after a change. Uses all cores; the same arguments always give the
    /// same report.
    /// </summary>
    /// <param name="before">The answerer of the set without the change.</param>
    /// <param name="after">The answerer of the set with it.</param>
    /// <param name="evaluation">Questions whose right outcome is known.</param>
    /// <param name="stored">Questions of which nobody said what is right.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    public static EffectReport Compare(
        Answerer before,
        Answerer after,
        IReadOnlyList<EvaluationQuestion> evaluation,
        IReadOnlyList<string> stored,
        CancellationToken cancellationToken)
    {
        var effects = new ConcurrentBag<RankedEffect>();
        List<AskedQuestion> whole =
        [
            .. evaluation.Select(q => new AskedQuestion(EffectSource.Evaluation, q.Question, GetRight(q))),
            .. stored.Select(q => new AskedQuestion(EffectSource.Stored, q, null)),
        ];
        Ask(before, after, whole, effects, cancellationToken);
        var phrasings = ListPhrasings(before.Set, after.Set);
        for (var number = 0; number < Parts; number++)
        {
            var part = new LeftOutPart(number, Parts);
            var asked = phrasings.Where(p => part.Contains(p.Text)).ToList();
            if (asked.Count == 0) continue;
            var smallerBefore = TrainWithout(part, before, cancellationToken);
            Ask(smallerBefore, TrainWithout(part, after, cancellationToken), asked, effects, cancellationToken);
        }

        return new EffectReport(
            whole.Count + phrasings.Count,
            [
                .. effects.OrderBy(e => e.Order).ThenByDescending(e => e.Size)
                    .ThenBy(e => e.Effect.Question, StringComparer.Ordinal).ThenBy(e => e.Effect.Source)
                    .Select(e => e.Effect),
            ]);
    }

    private static IReadOnlyList<string>? GetRight(EvaluationQuestion question) =>
        // The article may answer it, but no entry was said to.
        question.IsAnswerable && !question.IsCovered ? null : question.Entries;

    // The phrasings of both sets. Where they disagree about one, the changed set is right.
    private static List<AskedQuestion> ListPhrasings(KnowledgeSet before, KnowledgeSet after)
    {
        // What is a question in one of them can't be left out.
        var seen = ListEntries(before).Concat(ListEntries(after)).Select(e => TextKey.Create(e.Question))
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from entry in ListEntries(after).Concat(ListEntries(before))
               where entry is not WithheldEntry
               from phrasing in entry.Phrasings
               where seen.Add(TextKey.Create(phrasing))
               select new AskedQuestion(
                   EffectSource.Phrasing, phrasing, entry is QuestionEntry ? [entry.Id] : Array.Empty<string>()),
        ];
    }

    private static IEnumerable<Entry> ListEntries(KnowledgeSet set) =>
        set.Questions.Concat<Entry>(set.Unanswerable).Concat(set.Withheld);

    private static Answerer TrainWithout(LeftOutPart part, Answerer answerer, CancellationToken cancellationToken) =>
        answerer.TrainOn(part.RemoveFrom(answerer.Set), answerer.Thresholds, cancellationToken);

    private static void Ask(
        Answerer before,
        Answerer after,
        List<AskedQuestion> questions,
        ConcurrentBag<RankedEffect> effects,
        CancellationToken cancellationToken)
    {
        LowPriorityThreads.ForEach(
            questions,
            () => effects,
            (i, found) =>
            {
                // One thread asks both, so that the question is encoded once.
                var question = questions[i];
                var first = before.Ask(question.Text);
                if (question.Compare(first, after.Ask(question.Text)) is { } effect) found.Add(effect);
            },
            cancellationToken);
    }
}
