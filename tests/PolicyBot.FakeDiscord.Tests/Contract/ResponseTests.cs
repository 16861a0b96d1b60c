using System.Text;
using PolicyBot.FakeDiscord.Contract;

namespace PolicyBot.FakeDiscord.Tests.Contract;

/// <summary>Responses.</summary>
public sealed class ResponseTests
{
    private const string Gateway = """
        {"url":"wss://gateway.discord.gg","shards":1,
        "session_start_limit":{"total":1000,"remaining":999,"reset_after":14400000,"max_concurrency":1}}
        """;

    [Theory]
    [InlineData("GET /gateway/bot", 200, Gateway)]
    [InlineData("GET /gateway/bot", 401, """{"message":"401: Unauthorized","code":0}""")]
    [InlineData(
        "GET /gateway/bot", 429,
        """{"message":"You are being rate limited.","retry_after":0.5,"global":false,"code":0}""")]
    [InlineData("DELETE /channels/1/messages/2", 204, "")]
    [InlineData("POST /channels/1/messages", 400,
        """{"message":"Invalid","code":50035"""
            + ""","errors":{"embeds":{"0":{"title":{"_errors":[{"code":"TOO_LONG","message":"a"}]}}}}}""")]
    public void CheckResponse_Valid_FindsNothing(string request, int status, string body) =>
        Assert.Empty(Check(request, status, body));

    [Theory]
    [InlineData("GET /gateway/bot", 200, """{"url":"wss://gateway.discord.gg"}""",
        "$: Required properties [\"session_start_limit\",\"shards\"] are not present")]
    [InlineData("GET /gateway/bot", 204, "", "status 204: not stated here, but 200, 429, 4XX")]
    [InlineData("GET /gateway/bot", 200, "", "$: the body is missing")]
    [InlineData("DELETE /channels/1/messages/2", 204, "{}", "$: 2 bytes of body, where none is given")]
    [InlineData("GET /gateways", 200, "{}", "GET /gateways: the description has no such path")]
    public void CheckResponse_Invalid_SaysWhy(string request, int status, string body, string problem) =>
        Assert.Equal([problem], Check(request, status, body));

    private static IReadOnlyList<string> Check(string request, int status, string body)
    {
        var contract = OpenApiFile.TryLoadResponses(out var skippedBecause);
        Assert.SkipWhen(contract is null, skippedBecause ?? "");
        var parts = request.Split(' ');
        return contract.CheckResponse(parts[0], parts[1], status, Encoding.UTF8.GetBytes(body));
    }
}
