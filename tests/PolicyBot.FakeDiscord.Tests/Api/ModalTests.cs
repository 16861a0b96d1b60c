using PolicyBot.FakeDiscord.Interactions;
using PolicyBot.FakeDiscord.Tests.Gateway;
using PolicyBot.FakeDiscord.Tests.Support;

namespace PolicyBot.FakeDiscord.Tests.Api;

/// <summary>How users see modals and submit them.</summary>
public sealed class ModalTests
{
    private const string Modal = """
        {"type":9,"data":{"custom_id":"m","title":"Say it","components":[
          {"type":10,"content":"Please."},
          {"type":18,"label":"Text","description":"Any.","component":
            {"type":4,"style":2,"custom_id":"text","value":"a"}},
          {"type":18,"label":"Tone","component":{"type":3,"custom_id":"tone","max_values":2,"required":false,"options":[
            {"label":"Loud","value":"1","default":true},{"label":"Slow","value":"2"}]}}]}}
        """;

    [Fact]
    public async Task Submit_NoValues_KeepsWhatTheFieldsContain()
    {
        await using var server = await TestServer.StartWithCommandAsync();

        var submitted = server.Discord.SubmitModal(await OpenAsync(server), new Dictionary<string, object>());

        Assert.Equal(
            """[{"type":10,"id":1},{"type":18,"id":2,"component":{"type":4,"id":3,"custom_id":"text","value":"a"}},"""
                + """{"type":18,"id":4,"component":{"type":3,"id":5,"custom_id":"tone","values":["1"]}}]""",
            submitted.Json["data"]!["components"]!.ToJsonString());
    }

    [Fact]
    public async Task Submit_ValuesTheClientRefuses_Throws()
    {
        await using var server = await TestServer.StartWithCommandAsync();
        var opener = await OpenAsync(server);

        foreach (var (name, value) in new (string, object)[]
        {
            ("text", ""), ("tone", "3"), ("tone", new List<string> { "1", "2", "3" }), ("gone", "a"), ("text", 1),
        })
        {
            Assert.Throws<ActionUnavailableException>(
                () => server.Discord.SubmitModal(opener, new Dictionary<string, object> { [name] = value }));
        }

        server.Discord.SubmitModal(opener, new Dictionary<string, object> { ["tone"] = "" });
    }

    [Fact]
    public async Task Submit_OfAClosedModal_Throws()
    {
        await using var server = await TestServer.StartWithCommandAsync();
        var opener = await OpenAsync(server);
        var values = new Dictionary<string, object>();
        server.Discord.SubmitModal(opener, values);
        var second = server.Discord.SubmitModal(opener, values);
        await server.CallbackAsync(second, """{"type":4,"data":{"content":"a"}}""");

        Assert.Throws<ActionUnavailableException>(() => server.Discord.SubmitModal(opener, values));
    }

    [Fact]
    public async Task Control_OpenModal_IsShownAndSubmitted()
    {
        await using var server = await TestServer.StartWithCommandAsync();
        await OpenAsync(server);

        var (shown, refused) = (
            await server.GetTextAsync("/control/modal"),
            await server.PostAsync("/control/submit", """{"fields":{"text":""}}"""));
        var (client, _) = await GatewayClient.BeginAsync(server);
        using var connection = client;
        var submit = server.PostAsync("/control/submit", """{"fields":{"text":"b","tone":["Loud","Slow"]}}""");
        var submitted = (await client.ReadAsync())["d"]!;
        await server.PostAsync(
            $"interactions/{submitted["id"]}/{submitted["token"]}/callback",
            """{"type":4,"data":{"content":"done"}}""");

        Assert.Equal(
            """
            # Say it (m)
            Please.
            Text* (text)
                Any.
                > a
            Tone (tone)
                [x] Loud (1)
                [ ] Slow (2)

            """,
            shown);
        Assert.Equal("The input text takes 1 to 4000 characters, not 0.", (string?)refused.Body!["error"]);
        Assert.Equal(
            """["1","2"]""",
            submitted["data"]!["components"]![2]!["component"]!["values"]!.ToJsonString());
        Assert.Equal("done", (string?)(await submit).Body!["messages"]![0]!["text"]);
        Assert.Equal(
            "ada has no open modal. A command or button opens one: POST /control/commands.",
            (string?)(await server.GetAsync("/control/modal")).Body!["error"]);
    }

    private static async Task<SentInteraction> OpenAsync(TestServer server)
    {
        var opener = server.Discord.UseCommand("ask");
        Assert.Equal(204, (await server.CallbackAsync(opener, Modal)).Status);
        return opener;
    }
}
