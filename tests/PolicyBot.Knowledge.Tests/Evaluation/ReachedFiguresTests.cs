using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Evaluation;
using PolicyBot.Knowledge.Tests.Support;

namespace PolicyBot.Knowledge.Tests.Evaluation;

/// <summary>Holds what the shipped set has reached on the questions that nobody tuned on. A change that falls below answers readers worse.</summary>
public sealed class ReachedFiguresTests
{
    private static readonly EvaluationReport Held = EvaluationReport.Run(
        ShippedAnswerer.Value, Questions().Where(q => q.Half == EvaluationHalf.Held));

    [Fact]
    public void Questions_ShippedFile_AreEnough()
    {
        Assert.True(Questions().Count >= 400, "At least 400 questions.");
        Assert.True(Questions().Count(q => q.Entries.Count == 0) >= 150, "At least 150 that the article does not answer.");
        Assert.Equal(Questions().Count, Questions().Select(q => q.Question).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Questions_ShippedFile_AreNoPhrasings()
    {
        var phrasings = ShippedAnswerer.Set.Questions.Concat<Entry>(ShippedAnswerer.Set.Unanswered).SelectMany(e => e.Phrasings.Append(e.Question)).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.DoesNotContain(Questions(), q => phrasings.Contains(q.Question));
    }

    [Fact]
    public void Run_HeldHalf_AnswersRightAsOftenAsReached() => Assert.InRange(Held.RightAtFirst.Share, 0.88, 1);

    [Fact]
    public void Run_HeldHalf_AnswersOrOffersRightAsOftenAsReached() => Assert.InRange(Held.RightOrOffered.Share, 0.92, 1);

    [Fact]
    public void Run_HeldHalf_AnswersWronglyAsRarelyAsReached() => Assert.InRange(Held.AnsweredWrongly.Share, 0, 0.026);

    [Fact]
    public void Run_HeldHalf_RefusesRightlyAsOftenAsReached() => Assert.InRange(Held.RefusedRightly.Share, 0.96, 1);

    [Fact]
    public void Run_HeldHalf_OffersAsRarelyAsReached() => Assert.InRange(Held.Offered.Share, 0, 0.03);

    [Fact]
    public void Calibration_AnswersAtNineTenths_AreRightNineTimesInTen() =>
        Assert.InRange(Held.Calibration().Single(c => c.From >= 0.9).Right.Share, 0.9, 1);

    private static IReadOnlyList<EvaluationQuestion> Questions()
    {
        var questions = EvaluationFile.Read(ShippedSet.Evaluation, ShippedAnswerer.Set, out var faults);
        Assert.Empty(faults);
        return questions;
    }
}
