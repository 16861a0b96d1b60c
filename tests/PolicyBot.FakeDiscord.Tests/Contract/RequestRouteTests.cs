using System.Text;

namespace PolicyBot.FakeDiscord.Tests.Contract;

/// <summary>Paths, methods, parameters and content types.</summary>
public sealed class RequestRouteTests
{
    [Theory]
    [InlineData("GET", "/gateway/bot")]
    [InlineData("GET", "/users/@me")]
    [InlineData("GET", "/users/%40me")]
    [InlineData("GET", "/applications/@me")]
    [InlineData("GET", "/oauth2/applications/@me")]
    [InlineData("GET", "/channels/1/messages")]
    [InlineData("GET", "/channels/1/messages?limit=100&before=5")]
    [InlineData("GET", "/webhooks/1/a.b-c/messages/@original")]
    [InlineData("GET", "/webhooks/1/a.b-c/messages/18446744073709551615")]
    [InlineData("DELETE", "/webhooks/1/token/messages/@original?thread_id=7")]
    [InlineData("GET", "/applications/1/commands?with_localizations=true")]
    [InlineData("GET", "/applications/1/commands?with_localizations=True")]
    [InlineData("GET", "/applications/1/commands?with_localizations=0")]
    [InlineData("get", "/users/@me/guilds")]
    public void Check_KnownRequest_FindsNothing(string method, string path) =>
        Assert.Empty(PublishedContract.Check(method, path));

    [Theory]
    [InlineData("GET", "/channel/1/messages", "GET /channel/1/messages: the description has no such path")]
    [InlineData("GET", "/channels/1/messages/", "GET /channels/1/messages/: the description has no such path")]
    [InlineData("GET", "channels/1/messages", "GET channels/1/messages: the description has no such path")]
    [InlineData("GET", "/channels//messages", "GET /channels//messages: the description has no such path")]
    [InlineData("GET", "/api/v10/users/@me", "GET /api/v10/users/@me: the description has no such path")]
    [InlineData("PUT", "/channels/1/messages",
        "PUT /channels/{channel_id}/messages: the description has no such method here, only GET, POST")]
    [InlineData(
        "GET", "/channels/general/messages", "path channel_id: \"general\" does not fit pattern \"^(0|[1-9][0-9]*)$\"")]
    [InlineData("GET", "/channels/18446744073709551616/messages",
        "path channel_id: \"18446744073709551616\" does not fit format \"snowflake\"")]
    [InlineData(
        "GET", "/channels/1/messages/@original",
        "path message_id: \"@original\" does not fit pattern \"^(0|[1-9][0-9]*)$\"")]
    [InlineData("GET", "/channels/1/messages?limit=101", "query limit: 101 should be at most 100")]
    [InlineData("GET", "/channels/1/messages?limit=all", "query limit: Value is \"string\" but should be \"integer\"")]
    [InlineData("GET", "/channels/1/messages?limit=1&limit=2", "query limit: given 2 times")]
    [InlineData(
        "GET", "/channels/1/messages?before=then", "query before: \"then\" does not fit pattern \"^(0|[1-9][0-9]*)$\"")]
    [InlineData("GET", "/channels/1/messages?count=5", "query count: unknown, known are after, around, before, limit")]
    [InlineData("GET", "/users/@me?full=true", "query full: unknown, known are none")]
    [InlineData("GET", "/applications/1/commands?with_localizations=yes",
        "query with_localizations: Value is \"string\" but should be \"boolean\"")]
    [InlineData("POST", "/channels/1/messages", "$: the body is missing")]
    public void Check_UnknownRequest_SaysWhy(string method, string path, string problem) =>
        Assert.Equal([problem], PublishedContract.Check(method, path));

    [Fact]
    public void Check_UnexpectedBody_SaysSo() =>
        Assert.Equal(
            ["$: 2 bytes of body, where none is taken"],
            PublishedContract.Check("DELETE", "/channels/1/messages/2", "{}"));

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON")]
    public void Check_Json_IsAccepted(string contentType) => Assert.Empty(Post(contentType, """{"content":"a"}"""));

    [Theory]
    [InlineData("text/plain", """{"content":"a"}""",
        "Content-Type: text/plain is not taken here, but application/json, application/x-www-form-urlencoded, "
            + "multipart/form-data")]
    [InlineData("", """{"content":"a"}""", "Content-Type: '' is none")]
    [InlineData("application/x-www-form-urlencoded", "content=a",
        "Content-Type: application/x-www-form-urlencoded is taken by Discord but not checked here, send "
            + "application/json")]
    public void Check_OtherContent_SaysWhy(string contentType, string body, string problem) =>
        Assert.Equal([problem], Post(contentType, body));

    [Theory]
    [InlineData("""{"content":"a" """)]
    [InlineData("""{"content":"a","content":"b"}""")]
    [InlineData("{'content':'a'}")]
    public void Check_BrokenJson_SaysSo(string body) =>
        Assert.StartsWith(
            "$: the body is not JSON: ", Assert.Single(Post("application/json", body)), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"content":"\ud83d"}""")]
    [InlineData("""{"\uDC00":"a"}""")]
    public void Check_LoneSurrogate_SaysSo(string body) =>
        Assert.StartsWith(
            "$: a string cannot be read: ", Assert.Single(Post("application/json", body)), StringComparison.Ordinal);

    [Fact]
    public void Check_Latin1_SaysSo() => Assert.Equal(
        ["$: the body is not UTF-8"],
        PublishedContract.Check(
            "/channels/1/messages", "application/json", Encoding.Latin1.GetBytes("""{"content":"é"}""")));

    private static IReadOnlyList<string> Post(string contentType, string body) =>
        PublishedContract.Check("/channels/1/messages", contentType, Encoding.UTF8.GetBytes(body));
}
