using Microsoft.Extensions.Logging.Testing;
using PolicyBot.Chat.BackgroundServices;
using PolicyBot.TestUtilities;

namespace PolicyBot.Chat.Tests.BackgroundServices;

public sealed class ClockWatchTests
{
    private static readonly DateTimeOffset Far = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TestClock _clock = new();
    private readonly FakeLogger<ClockWatch> _logger = new();

    [Fact]
    public void WasSet_OnlyTimePasses_IsFalse()
    {
        var watch = Create();
        foreach (var wait in (TimeSpan[])[TimeSpan.FromMinutes(1), TimeSpan.FromDays(40)])
        {
            _clock.Advance(wait);
            Assert.False(watch.WasSet());
        }

        Assert.Equal(0, _logger.Collector.Count);
    }

    [Fact]
    public void WasSet_AheadForAMinute_IsTrueUntilItHasBeenSteady()
    {
        var watch = Create();
        var before = _clock.GetUtcNow();
        _clock.Set(Far);
        Assert.True(watch.WasSet());
        _clock.Advance(TimeSpan.FromMinutes(1));
        _clock.Set(before.AddMinutes(1));

        for (var minute = 0; minute < 5; minute++)
        {
            Assert.True(watch.WasSet());
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.False(watch.WasSet());
        Assert.Equal(2, _logger.Collector.Count);
        Assert.Contains("2100-01-01 00:00:00Z", _logger.Collector.GetSnapshot()[0].Message, StringComparison.Ordinal);
    }

    // The seconds of a time server, and the hours of a clock that was set back.
    [Theory]
    [InlineData(50, false)]
    [InlineData(-50, false)]
    [InlineData(70, true)]
    [InlineData(-70, true)]
    public void WasSet_ByMinutes_IsTrueAboveAnHour(int minutes, bool expected)
    {
        var watch = Create();
        _clock.Set(_clock.GetUtcNow().AddMinutes(minutes));

        Assert.Equal(expected, watch.WasSet());
    }

    // It may be ahead already.
    [Fact]
    public void MayBeWrong_AfterTheStart_IsTrueForFiveMinutes()
    {
        var watch = Create();
        Assert.True(watch.MayBeWrong());
        _clock.Advance(TimeSpan.FromMinutes(4));
        Assert.True(watch.MayBeWrong());
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.False(watch.MayBeWrong());
    }

    private ClockWatch Create() => new(_clock, _logger);
}
