using System.Globalization;
using NodaTime;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.DailyPosts;

/// <summary>
/// Posts around clock changes: once a day at the local time; later if the clock skips that time, and at the first one
/// if it occurs twice.
/// </summary>
public sealed class ClockChangeTests
{
    private static readonly Duration Step = Duration.FromHours(1);

    [Theory]
    [InlineData("Europe/London", "9:00", "2026-03-28T09:00", "2026-03-29T08:00", "2026-03-30T08:00")]
    [InlineData("Europe/London", "1:30", "2026-03-28T01:30", "2026-03-29T01:30", "2026-03-30T00:30")]
    [InlineData("Europe/London", "9:00", "2026-10-24T08:00", "2026-10-25T09:00", "2026-10-26T09:00")]
    [InlineData("Europe/London", "1:30", "2026-10-24T00:30", "2026-10-25T00:30", "2026-10-26T01:30")]
    [InlineData("America/New_York", "2:30", "2026-03-07T07:30", "2026-03-08T07:30", "2026-03-09T06:30")]
    [InlineData("America/New_York", "1:30", "2026-10-31T05:30", "2026-11-01T05:30", "2026-11-02T06:30")]
    [InlineData("Australia/Lord_Howe", "1:45", "2026-04-03T14:45", "2026-04-04T14:45", "2026-04-05T15:15")]
    [InlineData("Australia/Lord_Howe", "2:15", "2026-10-02T15:45", "2026-10-03T15:45", "2026-10-04T15:15")]
    [InlineData("Asia/Kathmandu", "0:00", "2026-03-28T18:15", "2026-03-29T18:15", "2026-03-30T18:15")]
    [InlineData("America/Santiago", "0:30", "2026-09-05T04:30", "2026-09-06T04:30", "2026-09-07T03:30")]
    public async Task Post_AroundClockChange_IsSentOnceADayAtLocalTime(
        string zone, string time, params string[] expected)
    {
        var dues =
            expected.Select(
                e =>
                    Instant.FromDateTimeOffset(
                        DateTimeOffset.ParseExact(
                            e, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)))
                    .ToList();
        await using var daily =
            await DailyServer.StartAsync(new TestClock((dues[0] - Duration.FromHours(8)).ToDateTimeOffset()));
        await daily.SetAsync(time, zone, "quote");

        for (var day = 0; day < dues.Count; day++)
        {
            await StepToAsync(daily, dues[day]);
            Assert.Equal(day, daily.Posts.Count);
            await daily.PostedAtAsync(dues[day], day + 1);
        }

        await StepToAsync(daily, dues[^1] + Duration.FromHours(22));
        Assert.Equal(
            dues,
            daily.Posts.Select(
                p => Instant.FromDateTimeOffset(
                    DateTimeOffset.Parse((string)p.Json["timestamp"]!, CultureInfo.InvariantCulture))));
    }

    // Advances the clock until shortly before a time.
    private static async Task StepToAsync(DailyServer daily, Instant time)
    {
        while (daily.Now + Step < time) await daily.AdvanceAsync(Step);
        await daily.IdleAsync();
    }
}
