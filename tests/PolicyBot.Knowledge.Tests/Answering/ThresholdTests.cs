using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Tests.Support;

namespace PolicyBot.Knowledge.Tests.Answering;

public sealed class ThresholdTests
{
    [Fact]
    public void Answerer_SetWithoutThresholds_WorksThemOutFromItsPhrasings()
    {
        var thresholds = new Answerer(ShippedAnswerer.Set with { Thresholds = null }).Thresholds;

        Assert.InRange(thresholds.Answer, 0.2, 0.98);
        Assert.InRange(thresholds.Offer, 0.02, thresholds.Answer);
    }

    [Fact]
    public void Answerer_ThresholdsGiven_OverrideTheSets()
    {
        var strict = ShippedAnswerer.Value.With(new Thresholds(1, 1));

        Assert.IsNotType<Answer.Answered>(strict.Ask("Who signed the letter?"));
    }

    [Fact]
    public void Answerer_SmallSetWithoutThresholds_DoesNotAnswerWhatItHasNothingFor()
    {
        var small = ShippedAnswerer.Set with { Thresholds = null, Questions = [.. ShippedAnswerer.Set.Questions.Take(2)], Unanswered = [] };

        Assert.IsNotType<Answer.Answered>(new Answerer(small).Ask("how do I bake bread"));
    }

    [Fact]
    public void Best_WrongOnesBelowRightOnes_LieBetween()
    {
        var questions = Enumerable.Range(0, 40).Select(i => new ThresholdChooser.Judged(i / 40.0, i >= 20, i >= 20));

        var best = ThresholdChooser.Best(questions);

        Assert.InRange(best.Answer, 0.47, 0.51);
        Assert.Equal(best.Answer, best.Offer);
    }
}
