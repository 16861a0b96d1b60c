using System.Globalization;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.FakeDiscord;
using PolicyBot.FakeDiscord.Interactions;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Commands;

/// <summary>What administrators set for commands decides, also for buttons, menus and forms.</summary>
public abstract class CommandPermissionTests
{
    public sealed class OverBuiltIn : CommandPermissionTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : CommandPermissionTests;
#endif

    private const ulong Curators = 4711;
    private const ulong Moderator = DiscordUser.MemberPermissions | DiscordUser.ManageGuild;
    private const string Refusal =
        "You aren't allowed to use /curate here. An admin can allow it in Server Settings → Integrations, under my "
            + "name.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Command_AllowedToARole_IsUsedByItsMembersOnly()
    {
        await using var bot = await StartAsync();
        var curator = bot.Server.AddUser("grace", roleIds: [Curators]);
        bot.Server.SetCommandPermissions(bot.Server.Guild, "curate", new CommandOverwrite(Curators, 1, true));

        var list = await bot.Server.UseCommand("curate list", user: curator).GetMessageAsync();

        Assert.Equal("Which?", list.Description());
        Assert.Equal("Done.", (await bot.PressAsync(list, "Button")).Description());
        Assert.Throws<ActionUnavailableException>(() => bot.Server.UseCommand("curate list"));
        Assert.Throws<ActionUnavailableException>(() => bot.Server.UseCommand("stats", user: curator));
    }

    [Fact]
    public async Task Command_AllowedToAMember_IsUsedByThatMember()
    {
        await using var bot = await StartAsync();
        bot.Server.SetCommandPermissions(bot.Server.Guild, "curate", new CommandOverwrite(bot.Server.User.Id, 2, true));

        Assert.Equal("Which?", (await bot.Server.UseCommand("curate list").GetMessageAsync()).Description());
    }

    [Theory]
    [InlineData("menu")]
    [InlineData("button")]
    [InlineData("form")]
    public async Task Use_PermissionLostAfterwards_IsRefusedPrivately(string kind)
    {
        await using var bot = await StartAsync();
        var user = bot.Server.AddUser("grace", permissions: Moderator);
        var list = await bot.Server.UseCommand("curate list", user: user).GetMessageAsync();
        var form = bot.Server.UseCommand("curate add", user: user);
        await form.GetResponseAsync();
        Set(bot, new CommandOverwrite(user.Id, 2, false));

        var answer = kind switch
        {
            "menu" => await bot.PressAsync(list, "Choice 1", user),
            "button" => await bot.PressAsync(list, "Button", user),
            _ => await bot.Server.SubmitModal(form, new Dictionary<string, object> { ["text"] = "a" })
                .GetMessageAsync(),
        };

        Assert.Equal(Refusal, answer.Description());
        Assert.True(answer.IsEphemeral);
    }

    [Fact]
    public async Task Press_ManageServerLostAfterwards_IsRefused()
    {
        await using var bot = await StartAsync();
        var user = bot.Server.AddUser("grace", permissions: Moderator);
        var list = await bot.Server.UseCommand("curate list", user: user).GetMessageAsync();

        var answer = await bot.PressAsync(list, "Button", user with { Permissions = DiscordUser.MemberPermissions });

        Assert.Equal(Refusal, answer.Description());
    }

    // What is set for the channel takes precedence over all channels, and that over all channels of the application.
    [Theory]
    [InlineData(false, null, null, false)]
    [InlineData(true, false, false, true)]
    [InlineData(null, false, true, false)]
    [InlineData(null, true, false, true)]
    [InlineData(null, null, false, false)]
    [InlineData(null, null, true, true)]
    public async Task Press_ChannelsAllowedOrDenied_IsAnsweredOrRefused(
        bool? channel, bool? channels, bool? everywhere, bool isAllowed)
    {
        await using var bot = await StartAsync();
        var user = bot.Server.AddUser("grace", permissions: Moderator);
        var list = await bot.Server.UseCommand("curate list", user: user).GetMessageAsync();
        var all = bot.Server.Guild.Id - 1;
        if (everywhere is { } ofApplication)
            bot.Server.SetCommandPermissions(bot.Server.Guild, null, new CommandOverwrite(all, 3, ofApplication));
        List<CommandOverwrite> ofCommand = [];
        if (channel is { } own) ofCommand.Add(new CommandOverwrite(bot.Server.Channel.Id, 3, own));
        if (channels is { } others) ofCommand.Add(new CommandOverwrite(all, 3, others));
        Set(bot, [.. ofCommand]);

        var answer = await bot.PressAsync(list, "Button", user);

        Assert.Equal(isAllowed ? "Done." : Refusal, answer.Description());
    }

    [Theory]
    // A role takes precedence over everyone, and an allowing role over a denying one.
    [InlineData("everyone-,role+", true)]
    [InlineData("role-,other+", true)]
    [InlineData("everyone+,role-", false)]
    // A member takes precedence over roles.
    [InlineData("role-,member+", true)]
    [InlineData("role+,member-", false)]
    // The command takes precedence over the application, which can only deny.
    [InlineData("app:member-,role+", true)]
    [InlineData("app:member-", false)]
    [InlineData("app:everyone-,app:role+", true)]
    public async Task Press_SeveralOverwrites_AreWeighedAsDiscordDoes(string overwrites, bool isAllowed)
    {
        await using var bot = await StartAsync();
        var user = bot.Server.AddUser("grace", permissions: Moderator, roleIds: [Curators, Curators + 1]);
        var list = await bot.Server.UseCommand("curate list", user: user).GetMessageAsync();
        var all = overwrites.Split(',').ToLookup(o => o.StartsWith("app:", StringComparison.Ordinal), Read);
        bot.Server.SetCommandPermissions(bot.Server.Guild, null, [.. all[true]]);
        Set(bot, [.. all[false]]);

        var answer = await bot.PressAsync(list, "Button", user);

        Assert.Equal(isAllowed ? "Done." : Refusal, answer.Description());

        CommandOverwrite Read(string text) => text.Replace("app:", "", StringComparison.Ordinal) switch
        {
            ['e', ..] everyone => new(bot.Server.Guild.Id, 1, everyone[^1] == '+'),
            ['r', ..] role => new(Curators, 1, role[^1] == '+'),
            ['o', ..] other => new(Curators + 1, 1, other[^1] == '+'),
            var member => new(user.Id, 2, member[^1] == '+'),
        };
    }

    [Fact]
    public async Task Press_Administrator_IsNeverRefused()
    {
        await using var bot = await StartAsync();
        var admin = bot.Server.AddUser("root", permissions: 1 << 3);
        var list = await bot.Server.UseCommand("curate list", user: admin).GetMessageAsync();
        Set(bot, new CommandOverwrite(admin.Id, 2, false), new CommandOverwrite(bot.Server.Channel.Id, 3, false));

        Assert.Equal("Done.", (await bot.PressAsync(list, "Button", admin)).Description());
    }

    [Fact]
    public async Task Command_UnreadablePermissions_RequiresManageServer()
    {
        await using var bot = await StartAsync();
        var (curator, moderator) = (
            bot.Server.AddUser("grace", roleIds: [Curators]), bot.Server.AddUser("ann", permissions: Moderator));
        bot.Server.SetCommandPermissions(bot.Server.Guild, "curate", new CommandOverwrite(Curators, 1, true));
        bot.Server.HttpFaults.Add(
            new HttpFault.Status(403, """{"code":50001,"message":"Missing Access"}"""),
            "GET",
            "/applications/{application_id}/guilds/{guild_id}/commands/permissions");

        Assert.Equal(
            Refusal, (await bot.Server.UseCommand("curate list", user: curator).GetMessageAsync()).Description());
        Assert.Equal(
            "Which?", (await bot.Server.UseCommand("curate list", user: moderator).GetMessageAsync()).Description());
        // It tries again after a while.
        bot.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(
            "Which?", (await bot.Server.UseCommand("curate list", user: curator).GetMessageAsync()).Description());
    }

    [Fact]
    public async Task Permissions_UnchangedOrChanged_AreReadOnceOrAgain()
    {
        await using var bot = await StartAsync();
        var user = bot.Server.AddUser("grace", permissions: Moderator);

        for (var i = 0; i < 3; i++) await bot.Server.UseCommand("curate list", user: user).GetMessageAsync();
        var before = Readings(bot);
        Set(bot, new CommandOverwrite(user.Id, 2, true));
        await bot.Server.UseCommand("curate list", user: user).GetMessageAsync();

        Assert.Equal((1, 2), (before, Readings(bot)));
    }

    [Fact]
    public async Task Help_ListsOnlyWhatTheCallerMayUse()
    {
        await using var bot = await RunningBot.StartAsync();
        var curator = bot.Server.AddUser("grace", roleIds: [Curators]);
        bot.Server.SetCommandPermissions(bot.Server.Guild, "stats", new CommandOverwrite(Curators, 1, true));

        var help = await bot.Server.UseCommand("help", user: curator).GetMessageAsync();

        Assert.Contains("/stats", help.Description(), StringComparison.Ordinal);
        Assert.DoesNotContain("/settings", help.Description(), StringComparison.Ordinal);
    }

    private static int Readings(RunningBot bot) => bot.Server.Log.Count<RequestRecord>(
        r => r.Route == "/applications/{application_id}/guilds/{guild_id}/commands/permissions");

    // The bot learns of it from an event, which it handles before those that follow.
    private static void Set(RunningBot bot, params CommandOverwrite[] overwrites) =>
        bot.Server.SetCommandPermissions(bot.Server.Guild, "curate", overwrites);

    private static Task<RunningBot> StartAsync() => RunningBot.StartAsync(new RunningBot.Setup
    {
        Register = TestCommand.Instead(
            new Command("curate list", _ => TestCommand.Says("Which?") with
            {
                ChoicesHeading = "Choose:",
                Choices =
                [
                    .. Enumerable.Range(1, 6).Select(i => new ReplyAction(
                        string.Create(CultureInfo.InvariantCulture, $"Choice {i}"),
                        CommandRequest.Create("curate do", "", ("n", i.ToString(CultureInfo.InvariantCulture))))),
                ],
                Actions = [new ReplyAction("Button", CommandRequest.Create("curate do", ""))],
            }),
            new Command("curate do", _ => TestCommand.Says("Done.")),
            new Command("curate add", context => context.Request.IsFromForm
                ? TestCommand.Says("Added.")
                : new Reply
                {
                    Form = new Form(
                        "Add", CommandRequest.Create("curate add", ""), [new FormField.Text("text", "Text")]),
                }),
            new Command("stats", _ => TestCommand.Says("Many."))),
    });

    /// <summary>A moderator command.</summary>
    private sealed class Command(string name, Func<ModeratorContext, Reply> run)
        : ModeratorCommand(name, "A command of the tests.", [])
    {
        protected override Task<Reply> RunAsync(ModeratorContext call, CancellationToken cancellationToken) =>
            Task.FromResult(run(call));
    }
}
