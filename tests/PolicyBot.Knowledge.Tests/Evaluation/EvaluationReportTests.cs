using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Evaluation;
using PolicyBot.Knowledge.Tests.Support;

namespace PolicyBot.Knowledge.Tests.Evaluation;

public sealed class EvaluationReportTests
{
    [Fact]
    public void Run_RightWrongAndRefused_CountsEachOnce()
    {
        var report = EvaluationReport.Run(
            ShippedAnswerer.Value,
            [
                Question("Who signed the letter?", "letter-signers"),
                Question("Who signed the letter?", "headline"),
                Question("Who signed the letter?"),
                Question("Did Google sign the letter?"),
                Question("Did Google sign the letter?", "letter-signers"),
            ]);

        Assert.Equal(new Rate(1, 3), report.RightAtFirst);
        Assert.Equal(new Rate(1, 3), report.RightOrOffered);
        Assert.Equal(new Rate(2, 5), report.AnsweredWrongly);
        Assert.Equal(new Rate(1, 3), report.RefusedWrongly);
        Assert.Equal(new Rate(1, 2), report.RefusedRightly);
        Assert.Equal(new Rate(0, 5), report.Offered);
        Assert.Equal(new Rate(1, 3), Assert.Single(report.Calibration()).Right);
    }

    [Fact]
    public void Run_Offers_CountHalfWhereNoneIsRight()
    {
        var offering = ShippedAnswerer.Value.With(new Thresholds(1, 0));

        var report = EvaluationReport.Run(offering, [Question("Who signed the letter?", "letter-signers"), Question("Who signed the letter?")]);

        Assert.Equal(new Rate(2, 2), report.Offered);
        Assert.Equal(new Rate(1, 1), report.RightOrOffered);
        Assert.Equal(new Rate(0, 1), report.RightAtFirst);
        Assert.Equal(new Rate(0.5, 2), report.AnsweredWrongly);
    }

    [Fact]
    public void Curve_SurestFirst_EndsAtAllQuestionsAndTheShareOfWrongOnes()
    {
        var report = EvaluationReport.Run(ShippedAnswerer.Value, [Question("Who signed the letter?", "letter-signers"), Question("Did Google sign the letter?")]);

        Assert.Equal([(0.5, 0.0), (1.0, 0.5)], report.Curve());
    }

    private static EvaluationQuestion Question(string question, params string[] entries) => new(EvaluationHalf.Tuning, entries, "plain", question);
}
