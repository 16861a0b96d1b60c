using NodaTime;
using NodaTime.Text;
using PolicyBot.Chat.DailyPosts;

namespace PolicyBot.Chat.Tests.DailyPosts;

public sealed class ScheduleTests
{
    private static readonly Instant Due = Instant.FromUtc(2026, 1, 15, 9, 0);

    // A daily post at 9:00 in London is changed to 18:00.
    [Theory]
    [InlineData("not due yet", -1, null, null, "2026-01-15T18:00:00Z")]
    [InlineData("overdue", 1, null, null, "2026-01-15T09:00:00Z")]
    [InlineData("paused", 1, "Why.", null, "2026-01-15T18:00:00Z")]
    [InlineData("paused during retries", 1, "Why.", LedgerState.Claimed, "2026-01-15T09:00:00Z")]
    [InlineData("posted today", -1, null, LedgerState.Posted, "2026-01-16T18:00:00Z")]
    public void GetNextDueAfterChange_UnfinishedPost_ComesFirst(
        string what, int minutes, string? paused, LedgerState? state, string expected)
    {
        var former = new Subscription
        {
            Channel = "c",
            Server = "g",
            Time = new LocalTime(9, 0),
            TimeZone = DateTimeZoneProviders.Tzdb["Europe/London"],
            SetBy = "m",
            NextDue = Due,
            Paused = paused
        };
        IReadOnlyList<LedgerEntry> lastDays = state is { } s
            ? [new LedgerEntry("c", new LocalDate(2026, 1, 15), s, null, null, 1, null, Due)]
            : [];

        var next =
            Schedule.GetNextDueAfterChange(
                former, former with { Time = new LocalTime(18, 0), Paused = null }, lastDays,
                Due + Duration.FromMinutes(minutes));

        Assert.True(InstantPattern.General.Parse(expected).Value == next, $"{what}: {next}");
    }

    // If a clock change skips a time, it moves forward by as much; if a time occurs twice, the first one counts.
    [Theory]
    [InlineData("Europe/London", "09:00", "2026-01-15T08:59:59Z", "2026-01-15T09:00:00Z")]
    [InlineData("Europe/London", "09:00", "2026-01-15T09:00:00Z", "2026-01-16T09:00:00Z")]
    [InlineData("Europe/London", "01:30", "2026-03-28T12:00:00Z", "2026-03-29T01:30:00Z")]
    [InlineData("Europe/London", "01:30", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z")]
    [InlineData("Europe/London", "01:30", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("Europe/London", "01:30", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    [InlineData("America/New_York", "02:30", "2026-03-07T12:00:00Z", "2026-03-08T07:30:00Z")]
    [InlineData("America/New_York", "01:30", "2026-10-31T12:00:00Z", "2026-11-01T05:30:00Z")]
    [InlineData("America/New_York", "01:30", "2026-11-01T05:30:00Z", "2026-11-02T06:30:00Z")]
    [InlineData("Australia/Lord_Howe", "02:15", "2026-10-03T12:00:00Z", "2026-10-03T15:45:00Z")]
    [InlineData("Australia/Lord_Howe", "01:45", "2026-04-04T00:00:00Z", "2026-04-04T14:45:00Z")]
    [InlineData("Australia/Lord_Howe", "01:45", "2026-04-04T14:45:00Z", "2026-04-05T15:15:00Z")]
    [InlineData("Asia/Kathmandu", "00:00", "2026-05-01T00:00:00Z", "2026-05-01T18:15:00Z")]
    [InlineData("Pacific/Apia", "10:00", "2011-12-29T20:00:00Z", "2011-12-30T20:00:00Z")]
    public void GetNextDue_AnyZone_IsOnceADay(string zone, string time, string after, string expected)
    {
        var due =
            Schedule.GetNextDue(
                InstantPattern.General.Parse(after).Value, LocalTimePattern.CreateWithInvariantCulture("HH:mm")
                    .Parse(time).Value, DateTimeZoneProviders.Tzdb[zone]);

        Assert.Equal(expected, InstantPattern.General.Format(due));
    }

    [Theory]
    [InlineData("Europe/London")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Asia/Kathmandu")]
    public void GetNextDue_YearOfEveryQuarterHour_ReturnsEachDayOnce(string name)
    {
        var zone = DateTimeZoneProviders.Tzdb[name];
        for (var minute = 0; minute < 24 * 60; minute += 15)
        {
            var time = LocalTime.FromMinutesSinceMidnight(minute);
            var due = Schedule.GetNextDue(Instant.FromUtc(2026, 1, 1, 0, 0), time, zone);
            var day = Schedule.GetDay(due, zone);
            for (var i = 0; i < 370; i++)
            {
                due = Schedule.GetNextDue(due, time, zone);
                Assert.Equal(day = day.PlusDays(1), Schedule.GetDay(due, zone));
            }
        }
    }
}
