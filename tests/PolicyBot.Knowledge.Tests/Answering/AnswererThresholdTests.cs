using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Tests.Support;

namespace PolicyBot.Knowledge.Tests.Answering;

public sealed class AnswererThresholdTests
{
    [Fact]
    public void Thresholds_SetsOfAnySize_AreTheSame()
    {
        var small =
            ShippedAnswerer.Set with { Questions = [.. ShippedAnswerer.Set.Questions.Take(5)], Unanswerable = [] };

        Assert.Equal(new Answerer(ShippedAnswerer.Set).Thresholds, new Answerer(small).Thresholds);
        Assert.InRange(new Answerer(small).Thresholds.Offer, 0.02, new Answerer(small).Thresholds.Answer);
    }

    [Fact]
    public void Thresholds_SetWithThresholds_AreThoseOfSet()
    {
        var own = new Thresholds(0.7, 0.3);

        Assert.Equal(own, new Answerer(ShippedAnswerer.Set with { Thresholds = own }).Thresholds);
    }

    [Fact]
    public void WithThresholds_OtherThresholds_OverrideThoseOfSet()
    {
        var strict = ShippedAnswerer.Value.WithThresholds(new Thresholds(1, 1));

        Assert.IsNotType<Answer.Answered>(strict.Ask("Who signed the letter?"));
    }

    [Fact]
    public void Ask_UnrelatedQuestionToSmallSet_IsNotAnswered()
    {
        var small = ShippedAnswerer.Set with
        {
            Thresholds = null,
            Questions = [.. ShippedAnswerer.Set.Questions.Take(2)],
            Unanswerable = [],
        };

        Assert.IsNotType<Answer.Answered>(new Answerer(small).Ask("how do I bake bread"));
    }
}
