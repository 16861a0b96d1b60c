using PolicyBot.Chat.Curation;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Servers;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.Knowledge.Curation.Layers;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Curate;

/// <summary>What moderators do with <c>/curate</c>.</summary>
internal static class Moderation
{
    /// <summary>Creates a deployment with the sample article.</summary>
    public static async Task<Deployment> CreateAsync()
    {
        var deployment = await Deployment.CreateAsync();
        deployment.Put("library", SampleSet.Knowledge);
        deployment.UseLibraryAsOwn();
        return deployment;
    }

    /// <summary>Goes through the questions.</summary>
    public static Task<SentMessage> ReviewAsync(this RunningBot bot, Deployment deployment) =>
        bot.ManageAsync(deployment.Moderator, "curate review");

    /// <summary>Presses a button that opens a form.</summary>
    public static Task<OpenForm> OpenAsync(
        this RunningBot bot, Deployment deployment, SentMessage message, string label)
    {
        bot.Clock.Advance(TimeSpan.FromMilliseconds(10));
        return OpenForm.WaitAsync(bot.Server.Press(message, message.FindButton(label), deployment.Moderator));
    }

    /// <summary>Uses a command that opens a form.</summary>
    public static Task<OpenForm> OpenAsync(
        this RunningBot bot, Deployment deployment, string command, params (string Name, object Value)[] options)
    {
        bot.Clock.Advance(TimeSpan.FromMilliseconds(10));
        return OpenForm.WaitAsync(bot.Server.UseCommand(
            command, options.ToDictionary(o => o.Name, o => o.Value), user: deployment.Moderator));
    }

    /// <summary>Publishes a change, and confirms it if something gets worse.</summary>
    public static async Task<SentMessage> PublishAsync(
        this RunningBot bot, Deployment deployment, SentMessage effect, DiscordUser? moderator = null)
    {
        moderator ??= deployment.Moderator;
        var label = effect.Labels().Single(l => l.StartsWith("Publish", StringComparison.Ordinal));
        var reply = await bot.PressAsync(effect, label, moderator);
        return reply.Labels().Contains("Yes, publish it")
            ? await bot.PressAsync(reply, "Yes, publish it", moderator)
            : reply;
    }

    /// <summary>Retires a question.</summary>
    public static async Task RetireAsync(this RunningBot bot, Deployment deployment, string entry) =>
        (await bot.PublishAsync(
            deployment, await bot.ManageAsync(deployment.Moderator, "curate retire", ("entry", entry))))
        .AssertSays("Published");

    /// <summary>Saves changes as another process does, each on its own; the first ones of the server.</summary>
    public static async Task SaveAsync(
        this RunningBot bot, Deployment deployment, IEnumerable<SetChange> changes, string? reason = null)
    {
        // Creates the tables.
        await bot.ManageAsync(deployment.Moderator, "settings");
        foreach (var (i, change) in changes.Index())
        {
            Assert.True(await bot.Curation.TryAddAsync(
                $"{deployment.Server.Guild.Id}",
                new CurationChange(
                    0, "library", NodaTime.Instant.FromUnixTimeSeconds(1_700_000_000 + i), "7", reason, [change]),
                i,
                TestContext.Current.CancellationToken));
        }
    }
}
