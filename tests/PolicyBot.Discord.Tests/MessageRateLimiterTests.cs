using System.Collections.Concurrent;
using PolicyBot.Discord.RateLimiting;
using PolicyBot.TestUtilities;

namespace PolicyBot.Discord.Tests;

public sealed class MessageRateLimiterTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Check_ConcurrentQuestions_AllowsTheLimitAndNotifiesOnce(bool isPublic)
    {
        var limit = new MessageRateLimiter(new RateLimitOptions(20, ChannelLimit: 10, 30), new TestClock());
        var decisions = new ConcurrentBag<RateLimitDecision>();

        Parallel.For(0, 1_000, _ => decisions.Add(limit.Check(1, 2, isPublic)));

        Assert.Equal(10, decisions.Count(d => d is RateLimitDecision.Allowed));
        Assert.Equal(isPublic ? 2 : 1, decisions.Count(d => d is RateLimitDecision.FirstDenied));
    }
}
