using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord.Tests.Limits;
using PolicyBot.FakeDiscord.Tests.Support;

namespace PolicyBot.FakeDiscord.Tests.Gateway;

/// <summary>Which events a session receives: by shard, by intents, and with what content.</summary>
public sealed class IntentTests
{
    private const int Guilds = 1 << 0;
    private const int GuildMessages = 1 << 9;
    private const int DirectMessages = 1 << 12;

    [Fact]
    public async Task Message_WithoutTheContentIntent_IsReadableIfForTheBot()
    {
        await using var server = await TestServer.StartAsync();
        var (client, _) = await GatewayClient.BeginAsync(server);
        using (client)
        {
            var bot = server.Discord.Bot.UserId;
            server.Discord.SendMessage("not for the bot");
            server.Discord.SendMessage($"<@{bot}> for the bot");
            server.Discord.SendMessage("for the bot alone", server.Discord.GetDirectMessages(server.Discord.User));
            await server.PostAsync(server.Messages, """{"content":"of the bot","embeds":[{"title":"a"}]}""");

            Assert.Equal("", await ContentAsync(client));
            Assert.Equal($"<@{bot}> for the bot", await ContentAsync(client));
            Assert.Equal("for the bot alone", await ContentAsync(client));
            Assert.Equal("of the bot", await ContentAsync(client));
        }
    }

    [Fact]
    public async Task MessageCommand_TargetOfAnotherUser_IsReadable()
    {
        await using var server = await TestServer.StartAsync();
        await server.PutAsync(server.Commands, $"[{CommandLimits.Named("Save This", 3)}]");
        var (client, _) = await GatewayClient.BeginAsync(server);
        using (client)
        {
            var message = server.Discord.SendMessage("not for the bot");
            Assert.Equal("", await ContentAsync(client));
            server.Discord.UseMessageCommand("Save This", message);

            var interaction = await client.ReadAsync();
            Assert.Equal("not for the bot", (string?)interaction[
                "d"]!["data"]!["resolved"]!["messages"]![$"{message.Id}"]!["content"]);
        }
    }

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(GuildMessages, true, false)]
    [InlineData(DirectMessages, false, true)]
    [InlineData(GuildMessages | DirectMessages, true, true)]
    public async Task Messages_GuildAndDirect_RequireTheirIntents(int intents, bool hearsGuild, bool hearsDirect)
    {
        await using var server = await TestServer.StartAsync();
        await server.PutAsync(server.Commands, $"[{CommandLimits.Named("ask")}]");
        using var client = await GatewayClient.OpenAsync(server);
        await client.SendAsync(GatewayClient.Identify(intents: intents));
        await client.ReadAsync();

        var guild = server.Discord.SendMessage("a").Id;
        var direct = server.Discord.SendMessage("a", server.Discord.GetDirectMessages(server.Discord.User)).Id;
        var interaction = server.Discord.UseCommand("ask").Id;

        var expected = new List<ulong> { interaction };
        if (hearsDirect)
            expected.Insert(0, direct);
        if (hearsGuild)
            expected.Insert(0, guild);
        foreach (var id in expected)
            Assert.Equal($"{id}", (string?)(await client.ReadAsync())["d"]!["id"]);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(Guilds, 3)]
    public async Task Identify_OnlyTheGuildsIntent_SendsTheGuilds(int intents, int guilds)
    {
        await using var server = await TestServer.StartAsync(options => options with { Guilds = 3 });
        using var client = await GatewayClient.OpenAsync(server);
        await client.SendAsync(GatewayClient.Identify(intents: intents));
        Assert.Equal(3, (await client.ReadAsync())["d"]!["guilds"]!.AsArray().Count);

        server.Discord.Dispatch("LAST", new JsonObject());

        var names = new List<string?>();
        while (names.LastOrDefault() != "LAST")
            names.Add((string?)(await client.ReadAsync())["t"]);
        Assert.Equal([.. Enumerable.Repeat("GUILD_CREATE", guilds), "LAST"], names);
    }

    [Fact]
    public async Task Events_OfGuildsAndDirectMessages_GoToTheirShards()
    {
        await using var server =
            await TestServer.StartAsync(options => options with { Guilds = 4, MaxConcurrency = 2 });
        using var zero = await GatewayClient.OpenAsync(server);
        using var one = await GatewayClient.OpenAsync(server);
        var shards = new[] { zero, one };
        for (var shard = 0; shard < 2; shard++)
        {
            await shards[shard].SendAsync(GatewayClient.Identify(shard: $"[{shard},2]"));
            var ready = await shards[shard].ReadAsync();
            var own = server.Discord.Guilds.Where(guild => ShardOf(guild) == shard).Select(guild => $"{guild.Id}");
            Assert.Equal(own, ready["d"]!["guilds"]!.AsArray().Select(guild => (string?)guild!["id"]));
        }

        Assert.Equal([0, 1], server.Discord.Guilds.Select(ShardOf).Distinct().Order());
        foreach (var guild in server.Discord.Guilds)
        {
            var message = server.Discord.SendMessage("a", server.Discord.AddChannel("a", guild));
            Assert.Equal($"{message.Id}", (string?)(await shards[ShardOf(guild)].ReadAsync())["d"]!["id"]);
        }

        var direct = server.Discord.SendMessage("a", server.Discord.GetDirectMessages(server.Discord.User));
        Assert.Equal($"{direct.Id}", (string?)(await zero.ReadAsync())["d"]!["id"]);
    }

    private static int ShardOf(DiscordGuild guild) => (int)((guild.Id >> 22) % 2);

    private static async Task<string?> ContentAsync(GatewayClient client)
    {
        var payload = await client.ReadAsync();
        Assert.Equal("MESSAGE_CREATE", (string?)payload["t"]);
        return (string?)payload["d"]!["content"];
    }
}
