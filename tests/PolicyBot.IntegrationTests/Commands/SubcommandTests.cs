using PolicyBot.Chat.Commands;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Commands;

/// <summary>How commands of two words are registered.</summary>
public abstract class SubcommandTests
{
    public sealed class OverBuiltIn : SubcommandTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : SubcommandTests;
#endif

    private const string Route = "/applications/{application_id}/commands";

    private static readonly CommandOption Channel = new("channel", "Where.")
    {
        Kind = OptionKind.Channel,
        IsRequired = true
    };
    private static readonly CommandOption Zone = new("zone", "Which.") { HasAutocomplete = true };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Register_CommandsWithSameFirstWord_BecomeOneForModerators()
    {
        await using var bot = await RunningBot.StartAsync(
            With(ForManagers("daily set", Channel, Zone), TestCommand.Named("ask"), ForManagers("daily stop")));

        var commands = bot.Server.GetCommands();
        var daily = commands.Single(c => (string)c["name"]! == "daily");
        var options = daily["options"]!.AsArray();

        Assert.Equal(["ask", "daily"], commands.Select(c => (string)c["name"]!).Order(StringComparer.Ordinal));
        Assert.Equal("set, stop", (string)daily["description"]!);
        Assert.Equal("32", (string)daily["default_member_permissions"]!);
        Assert.Equal("[0]", daily["contexts"]!.ToJsonString());
        Assert.Equal("[0]", daily["integration_types"]!.ToJsonString());
        Assert.Equal([
            (1, "set", "Does daily set."), (1, "stop", "Does daily stop.")
        ], options.Select(o => ((int)o!["type"]!, (string)o["name"]!, (string)o["description"]!)));
        var (channel, zone) = (options[0]!["options"]![0]!, options[0]!["options"]![1]!);
        Assert.Equal(
            (7, "channel", true), ((int)channel["type"]!, (string)channel["name"]!, (bool)channel["required"]!));
        Assert.Equal([0, 5], channel["channel_types"]!.AsArray().Select(t => (int)t!));
        Assert.Equal((3, "zone", true), ((int)zone["type"]!, (string)zone["name"]!, (bool)zone["autocomplete"]!));
    }

    [Fact]
    public async Task Register_GroupWithCommandForEveryone_IsForEveryone()
    {
        await using var bot =
            await RunningBot.StartAsync(With(ForManagers("daily set"), TestCommand.Named("daily show")));

        var daily = Assert.Single(bot.Server.GetCommands());

        Assert.Null(daily["default_member_permissions"]);
        Assert.Equal([0, 1, 2], daily["contexts"]!.AsArray().Select(c => (int)c!));
    }

    [Fact]
    public async Task Register_DevelopmentGuild_IsForModeratorsThereToo()
    {
        ulong guild = 0;
        await using var bot = await RunningBot.StartAsync(With(ForManagers("daily set", Channel)) with
        {
            Prepare = s => guild = s.Guild.Id,
            Configure = o => o.DevelopmentGuild = guild,
        });

        Assert.Equal("32", (string)Assert.Single(bot.Server.GetCommands(guild))["default_member_permissions"]!);
    }

    [Theory]
    [InlineData("nothing", 1)]
    [InlineData("a subcommand more", 2)]
    [InlineData("a subcommand's description", 2)]
    [InlineData("an option more", 2)]
    [InlineData("an option's kind", 2)]
    [InlineData("who may", 2)]
    public async Task Register_Again_SendsOnlyIfChanged(string change, int puts)
    {
        var clock = new TestClock();
        await using var server =
            await FakeDiscordServer.StartAsync(new FakeDiscordOptions { TimeProvider = clock }, Cancellation);
        await using (await RunningBot.StartAsync(
            With(ForManagers("daily set", Channel)) with { Server = server, Clock = clock }))
        {
        }

        ICommand[] commands = change switch
        {
            "a subcommand more" => [ForManagers("daily set", Channel), ForManagers("daily stop")],
            "a subcommand's description" =>
                [new TestCommand("", null!)
                {
                    Definition = new("daily set", "Changed.", [Channel]) { RequiresManageServer = true }
                }],
            "an option more" => [ForManagers("daily set", Channel, Zone)],
            "an option's kind" => [ForManagers("daily set", Channel with { Kind = OptionKind.Text })],
            "who may" => [TestCommand.Named("daily set", Channel)],
            _ => [ForManagers("daily set", Channel)],
        };
        clock.Advance(TimeSpan.FromMinutes(1));
        await using var again = await RunningBot.StartAsync(With(commands) with { Server = server, Clock = clock });

        Assert.Equal(puts, server.Log.Count<RequestRecord>(r => r is { Method: "PUT", Route: Route }));
    }

    private static RunningBot.Setup With(params ICommand[] commands) =>
        new() { Register = TestCommand.Instead(commands) };

    private static TestCommand ForManagers(string name, params CommandOption[] options)
    {
        var command = TestCommand.Named(name, options);
        return new TestCommand(name, _ => Task.FromResult(TestCommand.Says(name)))
        {
            Definition = command.Definition with { RequiresManageServer = true }
        };
    }
}
