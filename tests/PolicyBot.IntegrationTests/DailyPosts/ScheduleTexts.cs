namespace PolicyBot.IntegrationTests.DailyPosts;

/// <summary>What moderators read about a daily post at 9:00 in London that was set up on the first of March.</summary>
internal static class ScheduleTexts
{
    public const string Tomorrow = "The next post is due on Monday, 2 March 2026, at 09:00 (Europe/London).";
    public const string DayAfter = "The next post is due on Tuesday, 3 March 2026, at 09:00 (Europe/London).";
    public const string Full =
        "- **Full** – a summary in one line, the point, quote and question of the day, and what was asked";
}
