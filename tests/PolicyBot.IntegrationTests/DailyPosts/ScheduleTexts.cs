namespace PolicyBot.IntegrationTests.DailyPosts;

/// <summary>What moderators are told of an order for 9:00 in London, made on the first of March.</summary>
internal static class OrderTexts
{
    public const string Tomorrow = "The next post is due on Monday, 2 March 2026, at 09:00 (Europe/London).";
    public const string DayAfter = "The next post is due on Tuesday, 3 March 2026, at 09:00 (Europe/London).";
    public const string Full =
        "- **Full** – a summary in one line, the point, quote and question of the day, and what was asked";
}
