using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord.Interactions;
using PolicyBot.FakeDiscord.Tests.Gateway;
using PolicyBot.FakeDiscord.Tests.Support;

namespace PolicyBot.FakeDiscord.Tests.Api;

/// <summary>Who can use a command, and how subcommands and options reach the bot.</summary>
public sealed class CommandUseTests
{
    private const string Daily = """
        [{"name":"daily","description":"a","contexts":[0],"default_member_permissions":"32","options":[
          {"type":1,"name":"show","description":"a"},
          {"type":1,"name":"set","description":"a","options":[
            {"type":7,"name":"channel","description":"a","required":true,"channel_types":[0,5]},
            {"type":3,"name":"zone","description":"a","autocomplete":true}]}]}]
        """;

    [Fact]
    public async Task Subcommand_WithAChannel_ContainsTheChannel()
    {
        await using var server = await StartAsync();
        var (moderator, news) = (server.Moderator, server.Discord.AddChannel("news"));

        foreach (var value in new object[] { news, news.Id, $"{news.Id}" })
        {
            var options = new Dictionary<string, object> { ["channel"] = value };
            var data = server.Discord.UseCommand("daily set", options, user: moderator).Json["data"]!;

            Assert.Equal("daily", (string?)data["name"]);
            Assert.Equal(
                $$"""[{"name":"set","type":1,"options":[{"name":"channel","type":7,"value":"{{news.Id}}"}]}]""",
                data["options"]!.ToJsonString());
            var resolved = data["resolved"]!["channels"]![$"{news.Id}"]!;
            Assert.Equal(("news", 0), ((string?)resolved["name"], (int)resolved["type"]!));
            Assert.Equal($"{moderator.Permissions}", (string?)resolved["permissions"]);
        }
    }

    [Fact]
    public async Task Subcommand_WithoutOptions_ContainsAnEmptyList()
    {
        await using var server = await StartAsync();

        var data = server.Discord.UseCommand("daily show", user: server.Moderator).Json["data"]!;

        Assert.Equal("""[{"name":"show","type":1,"options":[]}]""", data["options"]!.ToJsonString());
    }

    [Fact]
    public async Task Autocomplete_OfASubcommand_ContainsOtherOptions()
    {
        await using var server = await StartAsync();
        var others = new Dictionary<string, object> { ["channel"] = server.Discord.Channel };

        var interaction = server.Discord.Autocomplete("daily set", "zone", "Eur", others, user: server.Moderator);

        Assert.Equal(
            [("channel", $"{server.Discord.Channel.Id}", false), ("zone", "Eur", true)],
            interaction.Json["data"]!["options"]![0]!["options"]!.AsArray().Select(Read));
    }

    [Fact]
    public async Task Channel_OfAnotherGuildOrDeleted_CannotBeChosen()
    {
        await using var server = await StartAsync(guilds: 2);
        var elsewhere = server.Discord.AddChannel("news", server.Discord.Guilds[1]);
        var gone = server.Discord.AddChannel("gone");
        server.Discord.DeleteChannel(gone);

        foreach (var value in new object[]
        {
            elsewhere, gone, "nowhere", server.Discord.GetDirectMessages(server.Discord.User)
        })
        {
            var options = new Dictionary<string, object> { ["channel"] = value };
            Assert.Throws<ActionUnavailableException>(
                () => server.Discord.UseCommand("daily set", options, user: server.Moderator));
        }
    }

    [Fact]
    public async Task Command_ForModeratorsInGuilds_IsOfferedOnlyToThemThere()
    {
        await using var server = await StartAsync();
        var discord = server.Discord;

        Assert.Throws<ActionUnavailableException>(() => discord.UseCommand("daily show"));
        Assert.Throws<ActionUnavailableException>(
            () => discord.UseCommand("daily show", channel: discord.GetDirectMessages(discord.User)));
        Assert.Throws<ActionUnavailableException>(() => discord.Autocomplete("daily set", "zone", "a"));
        discord.UseCommand("daily show", user: server.Moderator);
        discord.UseCommand("daily show", user: discord.AddUser("root", permissions: PermissionBits.Administrator));
    }

    [Theory]
    [InlineData("null", DiscordUser.MemberPermissions, true)]
    [InlineData("\"0\"", DiscordUser.MemberPermissions | DiscordUser.ManageGuild, false)]
    [InlineData("\"0\"", PermissionBits.Administrator, true)]
    [InlineData("\"48\"", DiscordUser.MemberPermissions | DiscordUser.ManageGuild, false)]
    public async Task Command_WithDefaultPermissions_RequiresAllOfThem(string needed, ulong permissions, bool isOffered)
    {
        await using var server = await TestServer.StartAsync();
        var definition = $$"""[{"name":"daily","description":"a","default_member_permissions":{{needed}}}]""";
        Assert.Equal(200, (await server.PutAsync(server.Commands, definition)).Status);
        var user = server.Discord.AddUser("grace", permissions: permissions);

        var refusal = Record.Exception(() => server.Discord.UseCommand("daily", user: user));

        Assert.Equal(isOffered, refusal is null);
        // Direct messages have no permissions.
        server.Discord.UseCommand("daily", channel: server.Discord.GetDirectMessages(user));
    }

    [Fact]
    public async Task Control_CommandPermissions_AreListedAndWithhold()
    {
        await using var server = await StartAsync();
        var discord = server.Discord;
        await server.PostAsync(
            "/control/command-permissions", """{"command":"daily","allow":["@ada"],"deny":["@mod"]}""");

        discord.UseCommand("daily show");
        Assert.Throws<ActionUnavailableException>(() => discord.UseCommand("daily show", user: server.Moderator));
        var list = (await server.StandIn.GetAsync($"{server.StandIn.GuildCommands}/permissions")).Body!.AsArray();
        Assert.Equal(
            $$"""[{"id":"{{discord.User.Id}}","type":2,"permission":true},"""
                + $$"""{"id":"{{server.Moderator.Id}}","type":2,"permission":false}]""",
            Assert.Single(list)!["permissions"]!.ToJsonString());

        await server.PostAsync("/control/command-permissions", """{"command":"daily","deny":["#all"]}""");
        Assert.Throws<ActionUnavailableException>(() => discord.UseCommand("daily show", user: server.Moderator));
        await server.PostAsync("/control/command-permissions", """{"command":"daily"}""");
        discord.UseCommand("daily show", user: server.Moderator);
    }

    [Fact]
    public async Task Control_UsesSubcommandsWithChannelsByName()
    {
        await using var server = await StartAsync();
        await server.PostAsync("/control/users", """{"name":"grace","moderator":true}""");
        var news = server.Discord.AddChannel("news");
        var (client, _) = await GatewayClient.BeginAsync(server.StandIn);
        using (client)
        {
            var used = server.PostAsync(
                "/control/commands", """{"name":"daily set","options":{"channel":"#news"},"user":"grace"}""");
            var interaction = (await client.ReadAsync())["d"]!;
            Assert.NotNull(interaction["data"]!["resolved"]!["channels"]![$"{news.Id}"]);
            await server.PostAsync(
                $"interactions/{interaction["id"]}/{interaction["token"]}/callback",
                """{"type":4,"data":{"content":"done"}}""");

            Assert.Equal("done", (string?)(await used).Body!["messages"]![0]!["text"]);
        }
    }

    private static (string?, string?, bool) Read(JsonNode? option) =>
        ((string?)option!["name"], (string?)option["value"], option["focused"] is not null);

    private static async Task<Started> StartAsync(int guilds = 1)
    {
        var server = await TestServer.StartAsync(options => options with { Guilds = guilds });
        Assert.Equal(200, (await server.PutAsync(server.Commands, Daily)).Status);
        return new Started(server);
    }

    /// <summary>A server with the command, and a user who may use it.</summary>
    private sealed class Started(TestServer server) : IAsyncDisposable
    {
        public TestServer StandIn => server;

        public FakeDiscordServer Discord => server.Discord;

        public DiscordUser Moderator { get; } =
            server.Discord.AddUser("mod", permissions: DiscordUser.MemberPermissions | DiscordUser.ManageGuild);

        public Task<TestResponse> PostAsync(string path, string json) => server.PostAsync(path, json);

        public ValueTask DisposeAsync() => server.DisposeAsync();
    }
}
