using PolicyBot.FakeDiscord.Tests.Support;

namespace PolicyBot.FakeDiscord.Tests.Api;

/// <summary>Bodies that aren't JSON, or JSON that can't be read.</summary>
public sealed class InvalidBodyTests
{
    /// <summary>Bodies in Latin-1, so that they can contain bytes that aren't valid UTF-8.</summary>
    public static TheoryData<string> NotJson { get; } =
    [
        "a",
        "{",
        """{"content":"a"} b""",
        """{"content":"a","content":"b"}""",
        """{"content":"\ud800"}""",
        """{"\udc00":"a"}""",
        "{\"content\":\"\u00ff\"}",
    ];

    [Theory]
    [MemberData(nameof(NotJson))]
    public async Task Body_NotJson_IsRefusedWith50109(string body)
    {
        await using var server = await TestServer.StartAsync();

        var answer =
            await server.PostAsync(server.Messages, System.Text.Encoding.Latin1.GetBytes(body), "application/json");

        Assert.Equal((400, 50109), (answer.Status, answer.Code));
        Assert.Empty(server.Discord.Violations);
    }

    [Theory]
    [InlineData("[]", 50006)]
    [InlineData("5", 50006)]
    [InlineData("{}", 50006)]
    [InlineData("""{"content":""}""", 50006)]
    [InlineData("""{"content":null}""", 50006)]
    [InlineData("""{"content":" "}""", 50006)]
    public async Task Body_WithoutVisibleContent_IsAnEmptyMessage(string body, int code)
    {
        await using var server = await TestServer.StartAsync();

        var answer = await server.PostAsync(server.Messages, body);

        Assert.Equal((400, code), (answer.Status, answer.Code));
        Assert.Empty(server.Discord.Violations);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Body_OfAnotherType_IsRefused(string type)
    {
        await using var server = await TestServer.StartAsync();

        var answer = await server.PostAsync(server.Messages, """{"content":"a"}"""u8.ToArray(), type);

        Assert.Equal((400, 50035), (answer.Status, answer.Code));
        Assert.StartsWith(": CONTENT_TYPE_INVALID ", Assert.Single(answer.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_EscapedSurrogatePair_IsAccepted()
    {
        await using var server = await TestServer.StartAsync();

        var answer = await server.PostAsync(server.Messages, """{"content":"\ud83e\udd89"}""");

        Assert.Equal((200, "🦉"), (answer.Status, (string?)answer.Body!["content"]));
    }
}
