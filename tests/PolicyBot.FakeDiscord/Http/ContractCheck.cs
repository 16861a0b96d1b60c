using Microsoft.AspNetCore.Http;
using PolicyBot.FakeDiscord.Contract;
using PolicyBot.FakeDiscord.Recording;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>Checks requests, and the server's own responses, against Discord's description of its API.</summary>
internal sealed class ContractCheck(
    FakeDiscordOptions options, ViolationList violations, IRequestContract? requests, IResponseContract? answers)
{
    public void CheckRequest(HttpRequest request, string path, byte[] body)
    {
        if (!options.ChecksRequests)
            return;
        if (!request.Headers.UserAgent.ToString().StartsWith("DiscordBot (", StringComparison.Ordinal))
            violations.Add(
                request.Method, path,
                $"The User-Agent \"{request.Headers.UserAgent}\" is not DiscordBot (URL, VERSION).");
        if (requests is null)
            return;
        foreach (var problem in requests.Check(
            request.Method, path, request.QueryString.Value, request.ContentType, body))
            violations.Add(request.Method, path, problem);
    }

    /// <summary>
    /// Records a violation of limits that the description doesn't contain, or an invalid response of the server.
    /// </summary>
    public void CheckReply(string method, string path, ApiResponse reply)
    {
        if (!options.ChecksRequests)
            return;
        if (reply.Violation is { } violation)
            violations.Add(method, path, violation);
        if (answers is null)
            return;
        foreach (var problem in answers.CheckResponse(method, path, reply.Status, reply.Body))
            violations.Add(method, path, $"The fake Discord's own response is invalid: {problem}");
    }
}
