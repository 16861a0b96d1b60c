using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Ask;

/// <summary>How Discord.Net changes text before the bot gets it.</summary>
[OnDiscordNet]
public sealed class DiscordNetTextTests
{
    // Discord.Net reads it as a date. If this fails, a newer Discord.Net no longer does.
    [Theory]
    [InlineData("2024-03-01T12:00:00Z", "03/01/2024 12:00:00")]
    [InlineData("2024-03-01", "2024-03-01")]
    [InlineData("on 2024-03-01T12:00:00Z?", "on 2024-03-01T12:00:00Z?")]
    public async Task Text_OnlyATime_IsChangedByDiscordNet(string typed, string arrived)
    {
        await using var bot = await RunningBot.StartAsync();

        var why = (await bot.Use("why", "question", typed).GetMessageAsync()).Description();

        Assert.Contains(
            $"You asked: “{arrived}”", why.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
