using PolicyBot.FakeDiscord.Tests.Support;

namespace PolicyBot.FakeDiscord.Tests.Api;

/// <summary>Messages that were posted although the bot got no response.</summary>
public sealed class LostResponseTests
{
    private const string Route = "/channels/{channel_id}/messages";
    private const string Post = """
        {"content":"a","nonce":"1","enforce_nonce":true,"embeds":[{"title":"b"}],
        "components":[{"type":1,"components":[{"type":2,"style":1,"custom_id":"go","label":"Go"}]}]}
        """;

    [Theory]
    [InlineData("status", 500)]
    [InlineData("drop", 0)]
    [InlineData("hold", 0)]
    public async Task Post_StoredButAnsweredWithAnError_IsFoundAndNotRepeated(string kind, int status)
    {
        await using var server = await TestServer.StartWithCommandAsync(checksRequests: true);
        HttpFault fault = kind switch
        {
            "status" => new HttpFault.StatusAfter(500),
            "drop" => new HttpFault.DropAfter(),
            _ => new HttpFault.HoldAfter(),
        };
        server.Discord.HttpFaults.Add(fault, "POST", Route);

        var lost = server.PostAsync(server.Messages, Post);
        var record = await server.Discord.Log.WaitForAsync<RequestRecord>(
            request => request is { Method: "POST", Route: Route }, ct: TestContext.Current.CancellationToken);

        Assert.Equal(status, record.Status);
        if (kind == "status")
            Assert.Equal(500, (await lost).Status);
        else if (kind == "drop")
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => lost);
        else
            Assert.False(lost.IsCompleted);
        var first = Assert.Single((await server.GetAsync(server.Messages)).Body!.AsArray())!;
        var again = await server.PostAsync(server.Messages, Post);
        Assert.Equal((200, (string?)first["id"]), (again.Status, (string?)again.Body!["id"]));
        Assert.Single(server.Discord.GetMessages(server.Discord.Channel));
        Assert.Empty(server.Discord.Violations);
        server.Discord.HttpFaults.Clear();
        if (kind == "hold")
        {
            await server.Discord.DisposeAsync();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => lost);
        }
    }

    [Fact]
    public async Task History_OwnPosts_ShowsWhatDistinguishesThem()
    {
        await using var server = await TestServer.StartWithCommandAsync(checksRequests: true);
        await server.PostAsync(server.Messages, Post);
        server.Discord.SendMessage("of somebody else");

        var history = (await server.GetAsync($"{server.Messages}?limit=100")).Body!.AsArray();

        Assert.Equal([
            $"{server.Discord.User.Id}", $"{server.Discord.Bot.UserId}"
        ], history.Select(one => (string)one!["author"]!["id"]!));
        var own = history[1]!;
        Assert.Equal("b", (string?)own["embeds"]![0]!["title"]);
        Assert.Equal("go", (string?)own["components"]![0]!["components"]![0]!["custom_id"]);
        Assert.Empty(server.Discord.Violations);
    }
}
