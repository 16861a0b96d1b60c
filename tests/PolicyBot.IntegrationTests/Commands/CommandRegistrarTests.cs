using PolicyBot.Discord.Client.Messages;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Commands;

public abstract class CommandRegistrarTests
{
    public sealed class OverBuiltIn : CommandRegistrarTests
    {
        [Theory]
        [InlineData(25, 200)]
        [InlineData(26, 400)]
        public async Task Register_ChoicesAtTheLimit_AreAcceptedOrRefusedWithField(int count, int status)
        {
            await using var bot = await RunningBot.StartAsync(
                new RunningBot.Setup { ServerOptions = new FakeDiscordOptions { ChecksRequests = false } });
            var option = new ApplicationCommandOption("colour", "Which one.", CommandOptionType.String, true, [
                .. Enumerable.Range(0, count).Select(n => $"colour {n}")
            ], HasAutocomplete: false);

            var registering = bot.Connection.RegisterCommandsAsync(bot.Server.Bot.ApplicationId, null, [
                new ApplicationCommand.Slash("paint", "Paints.", [option])
            ], Cancellation);

            if (status == 200) Assert.True(await registering);
            else
                Assert.Contains(
                    (await Assert.ThrowsAsync<PolicyBot.Discord.Client.Abstractions.RequestRefusedException>(
                        () => registering)).Errors, f => f.StartsWith("0.options.0.choices", StringComparison.Ordinal));
            Assert.Equal(
                1,
                bot.Server.Log.Count<RequestRecord>(
                    r => r.Method == "PUT"
                        && r.Status == status
                        && r.Body!.ToJsonString().Contains("paint", StringComparison.Ordinal)));
        }
    }

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : CommandRegistrarTests
    {
        // Discord.Net counts them itself.
        [Theory]
        [InlineData(25, true)]
        [InlineData(26, false)]
        public async Task Register_ChoicesAtTheLimit_AreAcceptedOrRefused(int count, bool isTaken)
        {
            await using var bot = await RunningBot.StartAsync();
            var option = new ApplicationCommandOption("colour", "Which one.", CommandOptionType.String, true, [
                .. Enumerable.Range(0, count).Select(n => $"colour {n}")
            ], HasAutocomplete: false);

            var registering = bot.Connection.RegisterCommandsAsync(bot.Server.Bot.ApplicationId, null, [
                new ApplicationCommand.Slash("paint", "Paints.", [option])
            ], Cancellation);

            if (isTaken) Assert.True(await registering);
            else
                await Assert.ThrowsAsync<PolicyBot.Discord.Client.Abstractions.RequestRefusedException>(
                    () => registering);
        }
    }
#endif

    private const string Route = "/applications/{application_id}/commands";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Register_FirstStart_SendsAllInOneRequest()
    {
        await using var bot = await RunningBot.StartAsync();

        Assert.Equal(
            [
                "Answer this", "Verify quotation", "article", "ask", "curate", "daily", "help", "people", "privacy",
                "questions", "quote", "quotes",
                "settings", "stats", "summary", "topics", "verify", "why"
            ],
            bot.Server.GetCommands().Select(c => (string)c["name"]!).Order(StringComparer.Ordinal));
        Assert.Equal(1, bot.Server.Log.Count<RequestRecord>(r => r is { Method: "PUT", Route: Route, Status: 200 }));
        foreach (var command in bot.Server.GetCommands())
        {
            // Commands for moderators exist only in servers that have installed the bot.
            var isForModerators =
                (string)command["name"]! is "curate" or "daily" or "questions" or "settings" or "stats";
            Assert.Equal(isForModerators ? [0] : [0, 1, 2], command["contexts"]!.AsArray().Select(x => (int)x!));
            Assert.Equal(isForModerators ? [0] : [0, 1], command["integration_types"]!.AsArray().Select(x => (int)x!));
            Assert.Equal(isForModerators ? "32" : null, (string?)command["default_member_permissions"]);
        }
    }

    [Fact]
    public async Task Register_AllCommands_AreWithinDiscordsTotalLength()
    {
        await using var bot = await RunningBot.StartAsync();

        Assert.All(bot.Server.GetCommands(), c => Assert.InRange(c.ToJsonString().Length, 1, 8_000));
    }

    [Fact]
    public async Task Register_Unchanged_SendsNothing()
    {
        var clock = new TestClock();
        await using var server =
            await FakeDiscordServer.StartAsync(new FakeDiscordOptions { TimeProvider = clock }, Cancellation);
        await using (await RunningBot.StartAsync(new RunningBot.Setup { Server = server, Clock = clock }))
        {
        }

        clock.Advance(TimeSpan.FromMinutes(1));
        await using var again = await RunningBot.StartAsync(new RunningBot.Setup { Server = server, Clock = clock });

        Assert.Equal(1, server.Log.Count<RequestRecord>(r => r is { Method: "PUT", Route: Route }));
        Assert.Equal(2, server.Log.Count<RequestRecord>(r => r is { Method: "GET", Route: Route }));
    }

    [Fact]
    public async Task Register_OneChanged_SendsAll()
    {
        var clock = new TestClock();
        await using var server =
            await FakeDiscordServer.StartAsync(new FakeDiscordOptions { TimeProvider = clock }, Cancellation);
        await using (await RunningBot.StartAsync(new RunningBot.Setup
        {
            Server = server,
            Clock = clock,
            Register = TestCommand.Instead(new TestCommand("old", _ => Task.FromResult(TestCommand.Says("x")))),
        }))
        {
        }

        clock.Advance(TimeSpan.FromMinutes(1));
        await using var again = await RunningBot.StartAsync(new RunningBot.Setup { Server = server, Clock = clock });

        Assert.Equal(2, server.Log.Count<RequestRecord>(r => r is { Method: "PUT", Route: Route }));
        Assert.DoesNotContain(server.GetCommands(), c => (string)c["name"]! == "old");
    }

    [Fact]
    public async Task Register_DevelopmentGuild_RegistersThere()
    {
        ulong guild = 0;
        await using var bot = await RunningBot.StartAsync(
            new RunningBot.Setup { Prepare = s => guild = s.Guild.Id, Configure = o => o.DevelopmentGuild = guild });

        Assert.Equal(18, bot.Server.GetCommands(guild).Count);
        Assert.Empty(bot.Server.GetCommands());
    }

    [Fact]
    public async Task Register_Refused_LogsItAndRetriesLater()
    {
        await using var bot = await RunningBot.LaunchAsync(new RunningBot.Setup
        {
            Prepare = s => s.HttpFaults.Add(new HttpFault.Refusal(
                400, 30034, "Max number of daily application command creates has been reached (200)"), "PUT", Route),
        });

        var line = await bot.Log.WaitForAsync("Failed to register the commands");
        bot.Server.SendMessage($"<@{bot.Server.Bot.UserId}> who signed the letter?");
        await bot.Server.Log.WaitForAsync<RequestRecord>(
            r => r.Route == "/channels/{channel_id}/messages", ct: Cancellation);
        await bot.Clock.AdvanceToTimerAsync(TimeSpan.FromMinutes(15));
        await bot.Log.WaitForAsync("Registered 18 commands");

        Assert.Contains("code 30034, “Max number of daily application command creates", line, StringComparison.Ordinal);
    }
}
