using System.Text;

namespace PolicyBot.FakeDiscord.Tests.Contract;

/// <summary>Bodies with files.</summary>
public sealed class MultipartRequestTests
{
    private const string Payload =
        "form-data; name=\"payload_json\"|{\"content\":\"a\",\"attachments\":[{\"id\":\"0\",\"filename\":\"a.txt\"}]}";
    private const string File = "form-data; name=\"files[0]\"; filename=\"a.txt\"|\r\n--\r\nnot a boundary";

    [Theory]
    [InlineData("/channels/1/messages")]
    [InlineData("/webhooks/1/token")]
    public async Task Check_PayloadAndFile_FindsNothing(string path)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("{\"content\":\"a\"}", Encoding.UTF8, "application/json"), "payload_json" },
            { new ByteArrayContent([0, 13, 10, 45, 45, 255]), "files[0]", "data.bin" },
        };
        var body = await form.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Empty(PublishedContract.Check(path, form.Headers.ContentType!.ToString(), body));
    }

    [Fact]
    public void Check_FileWithLinesAndHyphens_FindsNothing() => Assert.Empty(Check(Payload, File));

    // The documentation's example has a number, its libraries send digits.
    [Theory]
    [InlineData("0", "")]
    [InlineData("-1", "$.attachments[0].id: -1 should be at least 0")]
    [InlineData("1.5", "$.attachments[0].id: Value is \"number\" but should be \"string, integer\"")]
    [InlineData("\"a\"", "$.attachments[0].id: \"a\" does not fit pattern \"^(0|[1-9][0-9]*)$\"")]
    public void Check_AttachmentId_IsDigitsOrANumber(string id, string problem) => Assert.Equal(
        problem.Length == 0 ? [] : [problem],
        Check(Payload.Replace("\"0\"", id, StringComparison.Ordinal), File));

    [Theory]
    [InlineData("$.contents: unknown property", "form-data; name=\"payload_json\"|{\"contents\":\"a\"}", File)]
    [InlineData("part payload_json: missing", File)]
    [InlineData("part files[0]: given twice", Payload, File, File)]
    [InlineData(
        "part file: unknown, files are files[0] to files[9]", Payload,
        "form-data; name=\"file\"; filename=\"a.txt\"|a")]
    [InlineData(
        "part files[10]: unknown, files are files[0] to files[9]", Payload,
        "form-data; name=\"files[10]\"; filename=\"a.txt\"|a")]
    [InlineData("part files[0]: a file needs a filename", Payload, "form-data; name=\"files[0]\"|a")]
    [InlineData("$: a part has no blank line after its headers, or no name", Payload, "form-data|a")]
    public void Check_InvalidParts_SaysWhy(string problem, params string[] parts) =>
        Assert.Equal([problem], Check(parts));

    [Theory]
    [InlineData("$: the body does not begin with its boundary", "b", "--a\r\n")]
    [InlineData(
        "$: the body ends before its last boundary", "b",
        "--b\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n\r\n{}")]
    [InlineData("$: the Content-Type names no boundary", "", "--b--")]
    public void Check_BrokenForm_SaysWhy(string problem, string boundary, string body)
    {
        var contentType = boundary.Length == 0 ? "multipart/form-data" : $"multipart/form-data; boundary={boundary}";

        Assert.Equal(
            [problem], PublishedContract.Check("/channels/1/messages", contentType, Encoding.UTF8.GetBytes(body)));
    }

    private static IReadOnlyList<string> Check(params string[] parts)
    {
        var body = new StringBuilder();
        foreach (var part in parts) body.Append($"--b\r\nContent-Disposition: {part}\r\n");
        body.Replace("|", "\r\n\r\n").Append("--b--\r\n");
        return PublishedContract.Check(
            "/channels/1/messages", "multipart/form-data; boundary=\"b\"", Encoding.UTF8.GetBytes(body.ToString()));
    }
}
