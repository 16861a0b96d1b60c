using PolicyBot.Discord.Tests.Support;

namespace PolicyBot.Discord.Tests.Serving;

/// <summary>What Discord.Net does to text before the bot has it.</summary>
[OnDiscordNet]
public sealed class DiscordNetTextTests
{
    // The library's reader takes it for a date. The README says so; where this fails, a newer library no longer does it.
    [Theory]
    [InlineData("2024-03-01T12:00:00Z", "03/01/2024 12:00:00")]
    [InlineData("2024-03-01", "2024-03-01")]
    [InlineData("on 2024-03-01T12:00:00Z?", "on 2024-03-01T12:00:00Z?")]
    public async Task Text_ThatIsATimeAndNothingElse_ArrivesInAnotherForm(string typed, string arrived)
    {
        await using var bot = await RunningBot.StartAsync();

        var why = (await bot.Use("why", "question", typed).ShownAsync()).Description();

        Assert.Contains($"You asked: “{arrived}”", why.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
