using PolicyBot.Knowledge.Evaluation;

namespace PolicyBot.Knowledge.Tests.Evaluation;

public sealed class RateTests
{
    // Wilson intervals as published for these counts (Newcombe, Statistics in Medicine 17, 1998, table I, method 3).
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Interval_PublishedCounts_GivesPublishedEnds(int count, int of, double low, double high)
    {
        var (actualLow, actualHigh) = new Rate(count, of).Interval;

        Assert.Equal(low, actualLow, 4);
        Assert.Equal(high, actualHigh, 4);
    }
}
