using PolicyBot.FakeDiscord.Tests.Limits;
using PolicyBot.FakeDiscord.Tests.Support;

namespace PolicyBot.FakeDiscord.Tests.Api;

/// <summary>Nonces: their length, and how an enforced one prevents duplicates for a few minutes.</summary>
public sealed class NonceTests
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nonce_Of25And26Characters_IsAcceptedAndRefused(bool checksRequests)
    {
        await using var server = await TestServer.StartWithCommandAsync(checksRequests);

        var taken = await PostAsync(server, $"\"{JsonParts.Text(25)}\"");
        Assert.Equal((200, JsonParts.Text(25)), (taken.Status, (string?)taken.Body!["nonce"]));
        Assert.Empty(server.Discord.Violations);

        var refused = await PostAsync(server, $"\"{JsonParts.Text(26)}\"");
        Assert.Equal((400, 50035), (refused.Status, refused.Code));
        Assert.Equal(["nonce: NONCE_TYPE_TOO_LONG Must be 25 or fewer characters long."], refused.Errors);
        Assert.Single(server.Discord.GetMessages(server.Discord.Channel));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("1.5")]
    public async Task Nonce_NeitherStringNorInteger_IsRefused(string nonce)
    {
        await using var server = await TestServer.StartAsync();

        Assert.Equal([
            "nonce: NONCE_TYPE_INVALID_TYPE This field must be a string or integer."
        ], (await PostAsync(server, nonce)).Errors);
    }

    [Theory]
    [InlineData("\"a\"")]
    [InlineData("9007199254740993")]
    public async Task EnforcedNonce_AgainWithinFiveMinutes_ReturnsTheFirstMessage(string nonce)
    {
        await using var server = await TestServer.StartAsync();
        var first = await PostAsync(server, nonce);

        server.Clock.Advance(Life - Moment);
        var again = await PostAsync(server, nonce, "b");

        Assert.Equal(
            (200, (string?)first.Body!["id"], "a"),
            (again.Status, (string?)again.Body!["id"], (string?)again.Body["content"]));
        Assert.Single(server.Discord.GetMessages(server.Discord.Channel));
    }

    [Fact]
    public async Task EnforcedNonce_AfterFiveMinutes_PostsAgain()
    {
        await using var server = await TestServer.StartAsync();
        await PostAsync(server, "\"a\"");

        server.Clock.Advance(Life);
        var anew = await PostAsync(server, "\"a\"", "b");
        server.Clock.Advance(Life - Moment);
        var again = await PostAsync(server, "\"a\"", "c");

        Assert.Equal(("b", (string?)anew.Body!["id"]), ((string?)again.Body!["content"], (string?)again.Body["id"]));
        Assert.Equal(2, server.Discord.GetMessages(server.Discord.Channel).Count);
    }

    [Fact]
    public async Task EnforcedNonce_OtherChannelOrTypeOrNotEnforced_PostsAgain()
    {
        await using var server = await TestServer.StartWithCommandAsync();
        var other = server.Discord.AddChannel("other");
        await PostAsync(server, "\"1\"");

        await PostAsync(server, "\"1\"", "there", other);
        await PostAsync(server, "\"2\"", "another");
        await server.PostAsync(server.Messages, """{"content":"not enforced","nonce":"1"}""");

        Assert.Single(server.Discord.GetMessages(other));
        Assert.Equal([
            "a", "another", "not enforced"
        ], server.Discord.GetMessages(server.Discord.Channel).Select(message => message.Content));
    }

    [Fact]
    public async Task EnforcedNonce_ManyAtOnce_PostsOne()
    {
        await using var server = await TestServer.StartWithCommandAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => PostAsync(server, "\"a\"")));

        Assert.Single(answers.Select(answer => (string?)answer.Body!["id"]).Distinct());
        Assert.Single(server.Discord.GetMessages(server.Discord.Channel));
    }

    private static Task<TestResponse> PostAsync(
        TestServer server, string nonce, string content = "a", DiscordChannel? channel = null) =>
        server.PostAsync(
            channel is null ? server.Messages : $"channels/{channel.Id}/messages",
            $$"""{"content":"{{content}}","nonce":{{nonce}},"enforce_nonce":true}""");
}
