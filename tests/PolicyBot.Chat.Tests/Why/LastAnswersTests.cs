using PolicyBot.Chat.Tests.Support;
using PolicyBot.Chat.Why;

namespace PolicyBot.Chat.Tests.Why;

public sealed class LastAnswersTests
{
    [Fact]
    public void Put_MorePlacesThanItHolds_DropsTheOldest()
    {
        var answers = new LastAnswers(capacity: 2);
        var last = Sample.Answered(Sample.Why);
        answers.Put("a", Sample.Answered(Sample.When));
        answers.Put("b", Sample.Answered(Sample.Who));
        answers.Put("a", last);
        answers.Put("c", Sample.Answered(Sample.When));

        Assert.Same(last, answers.Get("a"));
        Assert.Null(answers.Get("b"));
        Assert.NotNull(answers.Get("c"));
    }

    [Fact]
    public void Put_ManyThreads_StaysBounded()
    {
        var answers = new LastAnswers();
        var answer = Sample.Answered(Sample.When);

        Parallel.For(0, 20_000, i => answers.Put($"place {i % 3000}", answer));

        Assert.Equal(LastAnswers.DefaultCapacity, Enumerable.Range(0, 3000).Count(i => answers.Get($"place {i}") is not null));
    }
}
