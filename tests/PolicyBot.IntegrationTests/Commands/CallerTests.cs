using System.Globalization;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Commands;

/// <summary>What commands know about their callers, and how subcommands are called.</summary>
public abstract class CallerTests
{
    public sealed class OverBuiltIn : CallerTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : CallerTests;
#endif

    private const ulong Administrator = 1 << 3;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DiscordUser.MemberPermissions, false)]
    [InlineData(DiscordUser.MemberPermissions | DiscordUser.ManageGuild, true)]
    [InlineData(Administrator, true)]
    public async Task Command_InGuild_KnowsWhetherCallerCanManageIt(ulong permissions, bool mayManage)
    {
        var command = TestCommand.Named("ask");
        await using var bot = await StartAsync(command);
        var user = bot.Server.AddUser("mo", permissions: permissions);

        await bot.Server.UseCommand("ask", user: user).GetMessageAsync();

        Assert.Equal(new Caller(Text(user.Id), Text(bot.Server.Guild.Id), mayManage), command.LastCall!.Caller);
    }

    [Fact]
    public async Task Command_InDirectMessages_HasNoServer()
    {
        var command = TestCommand.Named("ask");
        await using var bot = await StartAsync(command);

        await bot.Server.UseCommand("ask", channel: bot.Server.GetDirectMessages(bot.Server.User)).GetMessageAsync();

        Assert.Equal(new Caller(Text(bot.Server.User.Id), null, CanManageServer: false), command.LastCall!.Caller);
    }

    // A user has installed the bot, but not the server.
    [Fact]
    public async Task Command_GuildWithoutTheBot_HasNoServer()
    {
        var command = TestCommand.Named("ask");
        await using var bot = await StartAsync(command);
        var user = bot.Server.AddUser("mo", permissions: DiscordUser.MemberPermissions | DiscordUser.ManageGuild);

        await bot.Server.UseCommand("ask", channel: bot.Server.Channel with { IsOnlyUserInstalled = true }, user: user)
            .GetMessageAsync();

        Assert.Equal(new Caller(Text(user.Id), null, CanManageServer: false), command.LastCall!.Caller);
    }

    [Fact]
    public async Task Press_ByAnotherUser_HasThatCaller()
    {
        var picked = TestCommand.Named("more");
        var asked = new TestCommand(
            "ask",
            _ => Task.FromResult(
                TestCommand.Says("x") with { Choices = [new ReplyAction("More", CommandRequest.Create("more", ""))] }));
        await using var bot = await StartAsync(asked, picked);
        var other = bot.Server.AddUser("mo", permissions: DiscordUser.MemberPermissions | DiscordUser.ManageGuild);

        var answer = await bot.Server.UseCommand("ask").GetMessageAsync();
        await bot.Server.Press(answer, (string)answer.Json["components"]![0]!["components"]![0]!["custom_id"]!, other)
            .GetMessageAsync();

        Assert.Equal(
            new Caller(Text(other.Id), Text(bot.Server.Guild.Id), CanManageServer: true), picked.LastCall!.Caller);
    }

    [Fact]
    public async Task Mention_Caller_IsItsAuthorWithoutPermissions()
    {
        var command = TestCommand.Named("ask", new CommandOption("question", "What."));
        await using var bot = await StartAsync(command);
        var user = bot.Server.AddUser("mo", permissions: DiscordUser.MemberPermissions | DiscordUser.ManageGuild);

        bot.Server.SendMessage($"{bot.Mention()} who?", author: user);
        await bot.WaitForPostAsync();

        Assert.Equal(
            new Caller(Text(user.Id), Text(bot.Server.Guild.Id), CanManageServer: false), command.LastCall!.Caller);
    }

    [Fact]
    public async Task DirectMessage_Caller_HasNoServer()
    {
        var command = TestCommand.Named("ask", new CommandOption("question", "What."));
        await using var bot = await StartAsync(command);

        bot.Server.SendMessage("who?", bot.Server.GetDirectMessages(bot.Server.User));
        await bot.WaitForPostAsync();

        Assert.Equal(new Caller(Text(bot.Server.User.Id), null, CanManageServer: false), command.LastCall!.Caller);
    }

    [Fact]
    public async Task MessageCommand_Caller_IsItsUser()
    {
        var command = new TestCommand("ask", _ => Task.FromResult(TestCommand.Says("x")))
        {
            Definition = new("ask", "Asks.", [new CommandOption("question", "What.")])
            {
                MessageAction = "Answer this"
            },
        };
        await using var bot = await StartAsync(command);
        var user = bot.Server.AddUser("mo", permissions: Administrator);

        await bot.Server.UseMessageCommand("Answer this", bot.Server.SendMessage("who?"), user).GetMessageAsync();

        Assert.Equal(
            new Caller(Text(user.Id), Text(bot.Server.Guild.Id), CanManageServer: true), command.LastCall!.Caller);
        Assert.Equal("who?", command.LastCall.GetOption("question"));
    }

    [Fact]
    public async Task Subcommand_Used_HasBothWordsAndOptions()
    {
        var (set, stop) = (TestCommand.Named(
            "daily set", Channel, new CommandOption("at", "When."), Flag), TestCommand.Named("daily stop"));
        await using var bot = await StartAsync(set, stop);

        var answer =
            await bot.Server.UseCommand(
                "daily set",
                new Dictionary<string, object> { ["channel"] = bot.Server.Channel, ["at"] = "9:00", ["brief"] = true })
                    .GetMessageAsync();
        var other = await bot.Server.UseCommand("daily stop").GetMessageAsync();

        Assert.Equal(("daily set", "daily stop"), (answer.Description(), other.Description()));
        Assert.Equal([
            ("at", "9:00"), ("brief", "true"), ("channel", Text(bot.Server.Channel.Id))
        ], set.LastCall!.Options.Select(o => (o.Key, o.Value)).Order());
        Assert.Empty(stop.LastCall!.Options);
    }

    [Fact]
    public async Task Subcommand_Autocomplete_HasCallerAndOtherOptions()
    {
        var set = new TestCommand("daily set", _ => Task.FromResult(TestCommand.Says("x")))
        {
            Definition = new(
                "daily set", "Sets.", [Channel, new CommandOption("zone", "Which.") { HasAutocomplete = true }]),
            Suggestions = [new AutocompleteChoice("London", "Europe/London")],
        };
        await using var bot = await StartAsync(set, TestCommand.Named("daily stop"));
        var user = bot.Server.AddUser("mo", permissions: DiscordUser.MemberPermissions | DiscordUser.ManageGuild);

        var typing =
            bot.Server.Autocomplete(
                "daily set", "zone", "lon", new Dictionary<string, object> { ["channel"] = bot.Server.Channel },
                user: user);
        var response = await typing.GetResponseAsync();

        Assert.Equal("Europe/London", (string)response["data"]!["choices"]![0]!["value"]!);
        Assert.Equal(
            ("lon", Text(bot.Server.Channel.Id)), (set.LastCall!.GetOption("zone"), set.LastCall.GetOption("channel")));
        Assert.Equal(new Caller(Text(user.Id), Text(bot.Server.Guild.Id), CanManageServer: true), set.LastCall.Caller);
    }

    private static CommandOption Channel => new("channel", "Where.") { Kind = OptionKind.Channel, IsRequired = true };

    private static CommandOption Flag => new("brief", "Whether.") { Kind = OptionKind.Flag };

    private static Task<RunningBot> StartAsync(params ICommand[] commands) =>
        RunningBot.StartAsync(new RunningBot.Setup { Register = TestCommand.Instead(commands) });

    private static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
