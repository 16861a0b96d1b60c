using PolicyBot.FakeDiscord;

namespace PolicyBot.IntegrationTests.Support;

/// <summary>What members do, and what the bot does in response.</summary>
internal static class MemberActions
{
    /// <summary>The bot's mention.</summary>
    public static string Mention(this RunningBot bot) => $"<@{bot.Server.Bot.UserId}>";

    /// <summary>A member uses a command with one option.</summary>
    public static SentInteraction Use(
        this RunningBot bot, string command, string option, object value, DiscordChannel? channel = null,
        DiscordUser? user = null) =>
        bot.Server.UseCommand(command, new Dictionary<string, object> { [option] = value }, channel, user);

    /// <summary>A member types the value of an option; returns the suggestions with label and value.</summary>
    public static async Task<IReadOnlyList<(string Label, string Value)>> AutocompleteAsync(
        this RunningBot bot, string command, string option, string typed, DiscordChannel? channel = null,
        DiscordUser? user = null)
    {
        var response =
            await bot.Server.Autocomplete(command, option, typed, channel: channel, user: user).GetResponseAsync();
        Assert.Equal(8, (int)response["type"]!);
        return [.. response["data"]!["choices"]!.AsArray().Select(c => ((string)c!["name"]!, (string)c["value"]!))];
    }

    /// <summary>
    /// Waits for the count-th message of the bot that isn't a response to an interaction, and until the bot knows that
    /// it was posted.
    /// </summary>
    public static async Task<SentMessage> WaitForPostAsync(this RunningBot bot, int count = 1)
    {
        var post =
            await bot.Server.Log.WaitForAsync<RequestRecord>(IsPost, count, TestContext.Current.CancellationToken);
        Assert.Equal(200, post.Status);
        await bot.Clock.WaitForRequestsAsync();
        return bot.Server.Channels.SelectMany(bot.Server.GetMessages)
            .Where(m => m.AuthorId == bot.Server.Bot.UserId && m.Json["webhook_id"] is null)
            .OrderBy(m => m.Id)
            .ElementAt(count - 1);
    }

    /// <summary>
    /// Stops the bot and waits until its running work is done: what has not happened by then never will.
    /// </summary>
    public static async Task FinishAsync(this RunningBot bot)
    {
        bot.Stop();
        await bot.EndedAsync();
    }

    /// <summary>The number of attempts to post a message that isn't a response to an interaction.</summary>
    public static int Posts(this RunningBot bot) => bot.Server.Log.Count<RequestRecord>(IsPost);

    /// <summary>The number of attempts to respond to an interaction.</summary>
    public static int Callbacks(this RunningBot bot) =>
        bot.Server.Log.Count<RequestRecord>(
            r => r.Route == "/interactions/{interaction_id}/{interaction_token}/callback");

    /// <summary>Asserts that no warning or error was logged.</summary>
    public static void AssertNothingIsWrong(this RunningBot bot) =>
        Assert.DoesNotContain(bot.Log.All, l => l.Split(':')[0] is not ("Trace" or "Debug" or "Information"));

    private static bool IsPost(RequestRecord request) =>
        request is { Method: "POST", Route: "/channels/{channel_id}/messages" };
}
