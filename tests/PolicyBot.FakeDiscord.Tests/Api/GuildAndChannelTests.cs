using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord.Tests.Gateway;
using PolicyBot.FakeDiscord.Tests.Support;

namespace PolicyBot.FakeDiscord.Tests.Api;

/// <summary>Deleted channels, and guilds that the bot is removed from and added to.</summary>
public sealed class GuildAndChannelTests
{
    private const int Guilds = 1 << 0;
    private const string Text = """{"content":"a"}""";

    [Fact]
    public async Task Channel_Deleted_IsUnknown()
    {
        await using var server = await TestServer.StartWithCommandAsync(checksRequests: true);
        var channel = server.Discord.AddChannel("news");
        server.Discord.SetSystemChannel(server.Discord.Guild, channel);
        var message = server.Discord.SendMessage("a", channel);
        var interaction = server.Discord.UseCommand("ask", channel: channel);
        Assert.Equal($"{channel.Id}", (string?)(await GuildAsync(server)).Body!["system_channel_id"]);

        server.Discord.DeleteChannel(channel);

        var path = $"channels/{channel.Id}";
        foreach (var answer in new[]
        {
            await server.GetAsync(path),
            await server.GetAsync($"{path}/messages"),
            await server.PostAsync($"{path}/messages", Text),
            await server.PatchAsync($"{path}/messages/{message.Id}", Text),
            await server.CallbackAsync(interaction, $$"""{"type":4,"data":{{Text}}}"""),
        })
        {
            Assert.Equal(
                (404, 10003, "Unknown Channel"), (answer.Status, answer.Code, (string?)answer.Body!["message"]));
        }

        Assert.DoesNotContain(channel, server.Discord.Channels);
        Assert.Null(server.Discord.FindMessage(message.Id));
        Assert.Null((await GuildAsync(server)).Body!["system_channel_id"]);
        Assert.Empty(server.Discord.Violations);
    }

    [Fact]
    public async Task Guild_Left_IsInaccessibleUntilJoined()
    {
        await using var server = await TestServer.StartWithCommandAsync(checksRequests: true);
        var discord = server.Discord;
        discord.RemoveBot(discord.Guild);

        Assert.Empty((await server.GetAsync("users/@me/guilds")).Body!.AsArray());
        var guild = await GuildAsync(server);
        Assert.Equal((404, 10004, "Unknown Guild"), (guild.Status, guild.Code, (string?)guild.Body!["message"]));
        foreach (var answer in new[]
        {
            await server.GetAsync($"channels/{discord.Channel.Id}"),
            await server.GetAsync(server.Messages),
            await server.PostAsync(server.Messages, Text),
            await server.GetAsync($"guilds/{discord.Guild.Id}/members/{discord.Bot.UserId}"),
            await server.PutAsync(server.GuildCommands, "[]"),
        })
        {
            Assert.Equal((403, 50001), (answer.Status, answer.Code));
        }

        Assert.ThrowsAny<InvalidOperationException>(() => discord.UseCommand("ask"));
        Assert.Equal(
            200,
            (await server.PostAsync($"channels/{discord.GetDirectMessages(discord.User).Id}/messages", Text)).Status);

        discord.AddBot(discord.Guild);

        Assert.Single((await server.GetAsync("users/@me/guilds")).Body!.AsArray());
        Assert.Equal(200, (await GuildAsync(server)).Status);
        Assert.Equal(200, (await server.PostAsync(server.Messages, Text)).Status);
        Assert.Empty(discord.Violations);
    }

    [Theory]
    [InlineData(Guilds, true)]
    [InlineData(1 << 9, false)]
    public async Task Changes_OfGuildsAndChannels_AreSentWithTheGuildsIntent(int intents, bool hears)
    {
        await using var server = await TestServer.StartAsync();
        var discord = server.Discord;
        using var client = await GatewayClient.OpenAsync(server);
        await client.SendAsync(GatewayClient.Identify(intents: intents));
        await client.ReadAsync();
        if (hears)
            await client.ReadAsync();

        var channel = discord.AddChannel("news");
        discord.DenyBot(channel, PermissionBits.SendMessages);
        discord.DeleteChannel(channel);
        discord.SetSystemChannel(discord.Guild, discord.Channel);
        discord.RemoveBot(discord.Guild);
        discord.RemoveBot(discord.Guild);
        discord.SendMessage("unheard");
        discord.AddChannel("unheard");
        discord.AddBot(discord.Guild);
        discord.Dispatch("LAST", new JsonObject());

        string[] expected = hears
            ? [
                "CHANNEL_CREATE", "CHANNEL_UPDATE", "CHANNEL_DELETE", "GUILD_UPDATE", "GUILD_DELETE", "GUILD_CREATE",
                "LAST"
            ]
            : ["LAST"];
        foreach (var name in expected)
        {
            var told = await client.ReadAsync();
            Assert.Equal(name, (string?)told["t"]);
            if (name is "CHANNEL_DELETE")
                Assert.Equal($"{channel.Id}", (string?)told["d"]!["id"]);
            if (name is "GUILD_DELETE")
                Assert.Equal($$"""{"id":"{{discord.Guild.Id}}"}""", told["d"]!.ToJsonString());
        }
    }

    private static Task<TestResponse> GuildAsync(TestServer server) =>
        server.GetAsync($"guilds/{server.Discord.Guild.Id}");
}
