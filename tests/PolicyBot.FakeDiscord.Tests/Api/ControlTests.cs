using PolicyBot.FakeDiscord.Tests.Support;

namespace PolicyBot.FakeDiscord.Tests.Api;

/// <summary>The control API: its list of routes, and the bot's permissions.</summary>
public sealed class ControlTests
{
    [Fact]
    public async Task Permissions_DeniedAndAllowed_ApplyToTheBot()
    {
        await using var server = await TestServer.StartAsync();

        var denied = await server.PostAsync(
            "/control/permissions", """{"channel":"questions","deny":["send_messages","embed_links"]}""");
        Assert.Equal(
            ["view_channel", "attach_files", "read_message_history"],
            denied.Body!["may"]!.AsArray().Select(name => (string)name!));
        Assert.Equal(50013, (await server.PostAsync(server.Messages, """{"content":"a"}""")).Code);

        await server.PostAsync("/control/permissions", """{"channel":"questions","deny":[]}""");
        Assert.Equal(200, (await server.PostAsync(server.Messages, """{"content":"a"}""")).Status);

        var unknown = await server.PostAsync("/control/permissions", """{"deny":["fly"]}""");
        Assert.Equal(400, unknown.Status);
        Assert.StartsWith(
            "There is no permission fly here, but: view_channel, ", (string?)unknown.Body!["error"],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_Routes_HaveExamples()
    {
        await using var server = await TestServer.StartAsync();

        var routes = (await server.GetAsync("/control")).Body!["routes"]!.AsArray();

        Assert.Equal(
            [
                "", "/messages", "/commands", "/autocomplete", "/press", "/select", "/submit", "/users", "/channels",
                "/threads", "/permissions", "/command-permissions", "/faults/gateway", "/channel", "/channel/NAME",
                "/modal"
            ],
            routes.Select(route => ((string)route!["path"]!)["/control".Length..]));
        Assert.All(routes, route => Assert.StartsWith("curl ", (string?)route!["example"], StringComparison.Ordinal));
    }
}
