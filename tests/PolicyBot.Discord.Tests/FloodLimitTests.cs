using System.Collections.Concurrent;
using PolicyBot.Discord.RateLimiting;
using PolicyBot.TestUtilities;

namespace PolicyBot.Discord.Tests;

public sealed class FloodLimitTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Check_ConcurrentQuestions_AllowsTheLimitAndNotifiesOnce(bool isToldToAll)
    {
        var limit = new MessageRateLimiter(new RateLimitOptions(20, ChannelLimit: 10, 30), new TestClock());
        var verdicts = new ConcurrentBag<RateLimitDecision>();

        Parallel.For(0, 1_000, _ => verdicts.Add(limit.Check(1, 2, isToldToAll)));

        Assert.Equal(10, verdicts.Count(v => v is RateLimitDecision.Allowed));
        Assert.Equal(isToldToAll ? 2 : 1, verdicts.Count(v => v is RateLimitDecision.FirstDenied));
    }
}
