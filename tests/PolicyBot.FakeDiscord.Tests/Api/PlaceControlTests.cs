using PolicyBot.FakeDiscord;
using PolicyBot.FakeDiscord.Tests.Support;

namespace PolicyBot.FakeDiscord.Tests.Api;

/// <summary>What a person with curl can change of where the bot is and what it may do.</summary>
public sealed class PlaceControlTests
{
    [Fact]
    public async Task Permissions_DeniedAndAllowed_AreTheBots()
    {
        await using var server = await StandInServer.StartAsync();

        var denied = await server.PostAsync(
            "/control/permissions", """{"channel":"questions","deny":["send_messages","embed_links"]}""");
        Assert.Equal([
            "view_channel", "attach_files", "read_message_history"
        ], denied.Body!["may"]!.AsArray().Select(name => (string)name!));
        Assert.Equal(50013, (await server.PostAsync(server.Messages, """{"content":"a"}""")).Code);

        await server.PostAsync("/control/permissions", """{"channel":"questions","deny":[]}""");
        Assert.Equal(200, (await server.PostAsync(server.Messages, """{"content":"a"}""")).Status);

        var unknown = await server.PostAsync("/control/permissions", """{"deny":["fly"]}""");
        Assert.Equal(400, unknown.Status);
        Assert.StartsWith("There is no permission fly here, but: view_channel, ", (string?)unknown.Body![
            "error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Places_DeletedLeftAndJoined_AreSo()
    {
        await using var server = await StandInServer.StartWithCommandAsync();
        var channel = server.Discord.AddChannel("news");
        var guild = $"guilds/{server.Discord.Guild.Id}";

        await server.PostAsync("/control/guilds/system-channel", """{"channel":"news"}""");
        Assert.Equal($"{channel.Id}", (string?)(await server.GetAsync(guild)).Body!["system_channel_id"]);
        await server.PostAsync("/control/channels/delete", """{"channel":"news"}""");
        Assert.Equal(10003, (await server.GetAsync($"channels/{channel.Id}")).Code);
        await server.PostAsync("/control/guilds/leave", $$"""{"guild":"{{server.Discord.Guild.Id}}"}""");
        Assert.Equal(10004, (await server.GetAsync(guild)).Code);
        await server.PostAsync("/control/guilds/join", "{}");
        Assert.Equal(200, (await server.GetAsync(guild)).Status);
    }

    [Fact]
    public async Task DirectMessages_Refused_TakeNoPost()
    {
        await using var server = await StandInServer.StartAsync();
        var path = $"channels/{server.Discord.GetDirectMessages(server.Discord.User).Id}/messages";

        await server.PostAsync("/control/users/direct-messages", """{"user":"ada"}""");
        Assert.Equal(50007, (await server.PostAsync(path, """{"content":"a"}""")).Code);
        await server.PostAsync("/control/users/direct-messages", """{"user":"ada","refuse":false}""");
        Assert.Equal(200, (await server.PostAsync(path, """{"content":"a"}""")).Status);
    }

    [Fact]
    public async Task List_OfWhatThereIs_HasTheRoutesWithExamples()
    {
        await using var server = await StandInServer.StartAsync();

        var routes = (await server.GetAsync("/control")).Body!["routes"]!.AsArray();

        var paths = new[]
        {
            "permissions", "channels/delete", "guilds/leave", "guilds/join", "guilds/system-channel",
            "users/direct-messages",
        };
        foreach (var path in paths)
        {
            var route = Assert.Single(routes, route => (string?)route!["path"] == $"/control/{path}")!;
            Assert.StartsWith("curl ", (string?)route["example"], StringComparison.Ordinal);
        }
    }
}
