using PolicyBot.Chat.BackgroundServices;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Servers;

/// <summary>What members and moderators do in a server.</summary>
internal static class ServerActions
{
    /// <summary>How often expired data is deleted.</summary>
    public static readonly TimeSpan HousekeepingInterval = TimeSpan.FromHours(6);

    /// <summary>A member asks a question.</summary>
    public static Task<SentMessage> AskAsync(
        this RunningBot bot, string question, DiscordChannel? channel = null, DiscordUser? user = null,
        bool? isPrivate = null)
    {
        var options = new Dictionary<string, object> { ["question"] = question };
        if (isPrivate is { } wanted) options["private"] = wanted;
        return bot.Server.UseCommand("ask", options, channel, user).GetMessageAsync();
    }

    /// <summary>A moderator uses a command, a moment after earlier actions.</summary>
    public static Task<SentMessage> ManageAsync(
        this RunningBot bot, DiscordUser moderator, string command, params (string Name, object Value)[] options)
    {
        bot.Clock.Advance(TimeSpan.FromMilliseconds(10));
        return bot.Server.UseCommand(command, options.ToDictionary(o => o.Name, o => o.Value), user: moderator)
            .GetMessageAsync();
    }

    /// <summary>Waits until expired data was deleted.</summary>
    public static async Task WaitForHousekeepingAsync(this RunningBot bot)
    {
        // Creating the database has a time limit, so the clock mustn't advance until then.
        await bot.Subscriptions.ListAsync("0", TestContext.Current.CancellationToken);
        // After a start, the bot doesn't trust the clock for some minutes.
        var done = bot.Clock.NextTimerAsync(HousekeepingInterval, HousekeepingInterval);
        await bot.Clock.AdvanceUntilAsync(done, w => w == ClockWatch.Pause);
    }

    /// <summary>All visible text of a message.</summary>
    public static string Text(this SentMessage message) => string.Join(
        '\n',
        message.Embeds().SelectMany(e => ((string?[])[(string?)e!["title"], (string?)e["description"]]).Concat(
            (e["fields"]?.AsArray() ?? []).SelectMany(f => (string?[])[(string?)f!["name"], (string?)f["value"]])))
                .Where(t => t is not null));

    public static void AssertSays(this SentMessage message, params string[] texts) =>
        Assert.All(texts, t => Assert.Contains(t, message.Text(), StringComparison.Ordinal));
}
