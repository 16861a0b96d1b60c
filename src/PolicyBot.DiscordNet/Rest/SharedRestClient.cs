using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Discord.Net.Rest;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Rest;
using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.DiscordNet.Rest;

/// <summary>
/// Carries the library's requests on the bot's own HTTP client, which keeps Discord's limits, bounds the time and repeats what may be repeated. The
/// library is handed nothing but success, and nothing of limits: it would wait with all callbacks for one, repeat a 429 at once in some cases, and a
/// 502 without pause or end. Whatever else happens is one of the port's exceptions, which go through it as they are.
/// </summary>
/// <param name="http">The bot's own HTTP client.</param>
/// <param name="time">The clock.</param>
internal sealed class SharedRestClient(DiscordHttpClient http, TimeProvider time) : IRestClient
{
    private CancellationToken _loggedIn;

    public void Dispose()
    {
        // The client beneath belongs to the bot.
    }

    public void SetHeader(string key, string value)
    {
        // The client beneath sends the token and its own name.
    }

    public void SetCancelToken(CancellationToken cancelToken) => _loggedIn = cancelToken;

    public Task<RestResponse> SendAsync(
        string method,
        string endpoint,
        CancellationToken cancelToken,
        bool headerOnly = false,
        string? reason = null,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) => SendAsync(DiscordNetRequests.Of(method, endpoint), headerOnly, cancelToken);

    public Task<RestResponse> SendAsync(
        string method,
        string endpoint,
        string json,
        CancellationToken cancelToken,
        bool headerOnly = false,
        string? reason = null,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) => SendAsync(WithBody(method, endpoint, json), headerOnly, cancelToken);

    public Task<RestResponse> SendAsync(
        string method,
        string endpoint,
        IReadOnlyDictionary<string, object> multipartParams,
        CancellationToken cancelToken,
        bool headerOnly = false,
        string? reason = null,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null)
    {
        // What the library makes of a file has no members that can be read, so the file itself comes with the call.
        var request = WithBody(method, endpoint, (string)multipartParams["payload_json"]) with { File = DiscordNetCall.Current?.File };
        return SendAsync(request, headerOnly, cancelToken);
    }

    private static DiscordRequest WithBody(string method, string endpoint, string? json)
    {
        var request = DiscordNetRequests.Of(method, endpoint);
        if (json is null) return request;
        if (DiscordNetRequests.IsForCommands(request)) json = CommandJsonFix.Of(json);
        if (DiscordNetCall.Current?.Nonce is not { } nonce) return request with { Body = Encoding.UTF8.GetBytes(json) };
        // The library has no way to ask for it. With it a repeat does not post twice.
        var body = JsonNode.Parse(json)!.AsObject();
        (body["nonce"], body["enforce_nonce"]) = (nonce, true);
        return request with { Body = Encoding.UTF8.GetBytes(body.ToJsonString()), IsIdempotent = true };
    }

    private async Task<RestResponse> SendAsync(DiscordRequest request, bool headerOnly, CancellationToken cancelToken)
    {
        var call = DiscordNetCall.Current;
        if (call is not null) request = request with { Timeout = Left(call) };
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancelToken, _loggedIn, call?.CancellationToken ?? CancellationToken.None);
        var reply = await http.SendAsync(request, either.Token);
        if (!headerOnly && reply.Body.Length == 0) throw new DiscordUnavailableException($"Discord’s answer to {request.Name} is empty");
        var body = DiscordNetRequests.IsForMessages(request) ? MessageJsonFilter.Of(reply.Body) : reply.Body;
        return new RestResponse(HttpStatusCode.OK, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase), new MemoryStream(body));
    }

    // One that is over is bounded by its token; here nothing that is not above zero is a bound.
    private TimeSpan Left(DiscordNetCall call)
    {
        var left = time.GetElapsedTime(time.GetTimestamp(), call.Deadline);
        return left > TimeSpan.FromMilliseconds(1) ? left : TimeSpan.FromMilliseconds(1);
    }
}
