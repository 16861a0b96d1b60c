using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Discord.Net.Rest;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Rest;

namespace PolicyBot.DiscordNet.Rest;

/// <summary>
/// Sends Discord.Net's requests with the bot's own HTTP client, which keeps Discord's rate limits, enforces time limits
/// and retries what is safe. Discord.Net gets only successful responses, without rate limits: otherwise it would hold
/// back all responses to interactions because of one, retry a 429 at once in some cases, and a 502 without delay or
/// end. Every failure is a <see cref="DiscordException"/>, which Discord.Net passes on.
/// </summary>
/// <param name="http">The bot's own HTTP client.</param>
/// <param name="time">The clock.</param>
internal sealed class SharedRestClient(DiscordHttpClient http, TimeProvider time) : IRestClient
{
    private static readonly TimeSpan MinTimeout = TimeSpan.FromMilliseconds(1);

    private CancellationToken _logout;

    public void Dispose()
    {
        // The HTTP client belongs to the bot.
    }

    public void SetHeader(string key, string value)
    {
        // The HTTP client sends its own token and User-Agent.
    }

    public void SetCancelToken(CancellationToken cancelToken) => _logout = cancelToken;

    public Task<RestResponse> SendAsync(
        string method,
        string endpoint,
        CancellationToken cancelToken,
        bool headerOnly = false,
        string? reason = null,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) =>
        SendAsync(DiscordNetRequests.Create(method, endpoint), headerOnly, cancelToken);

    public Task<RestResponse> SendAsync(
        string method,
        string endpoint,
        string json,
        CancellationToken cancelToken,
        bool headerOnly = false,
        string? reason = null,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) =>
        SendAsync(CreateRequest(method, endpoint, json), headerOnly, cancelToken);

    public Task<RestResponse> SendAsync(
        string method,
        string endpoint,
        IReadOnlyDictionary<string, object> multipartParams,
        CancellationToken cancelToken,
        bool headerOnly = false,
        string? reason = null,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null)
    {
        // Discord.Net's object for a file has no public members, so the call passes the file.
        var request = CreateRequest(method, endpoint, (string)multipartParams["payload_json"]) with
        {
            File = DiscordNetCall.Current?.File,
        };
        return SendAsync(request, headerOnly, cancelToken);
    }

    private static DiscordRequest CreateRequest(string method, string endpoint, string? json)
    {
        var request = DiscordNetRequests.Create(method, endpoint);
        if (json is null) return request;
        if (DiscordNetRequests.IsOverwriteCommands(request)) json = CommandJsonFix.Apply(json);
        if (DiscordNetCall.Current?.Nonce is not { } nonce) return request with { Body = Encoding.UTF8.GetBytes(json) };
        // Discord.Net can't set it. With the nonce, a retry doesn't send the message twice.
        var body = JsonNode.Parse(json)!.AsObject();
        (body["nonce"], body["enforce_nonce"]) = (nonce, true);
        return request with { Body = Encoding.UTF8.GetBytes(body.ToJsonString()), IsIdempotent = true };
    }

    private async Task<RestResponse> SendAsync(DiscordRequest request, bool headerOnly, CancellationToken cancelToken)
    {
        var call = DiscordNetCall.Current;
        if (call is not null) request = request with { Timeout = GetTimeout(call) };
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(
            cancelToken, _logout, call?.CancellationToken ?? CancellationToken.None);
        var response = await http.SendAsync(request, linked.Token);
        if (!headerOnly && response.Body.Length == 0)
            throw new DiscordUnavailableException($"Discord's response to {request.Name} is empty");
        var body = DiscordNetRequests.IsGetMessages(request) ? MessageJsonFilter.Apply(response.Body) : response.Body;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        return new RestResponse(HttpStatusCode.OK, headers, new MemoryStream(body));
    }

    // After the deadline, the call's token cancels the request. A timeout must be positive.
    private TimeSpan GetTimeout(DiscordNetCall call)
    {
        var remaining = time.GetElapsedTime(time.GetTimestamp(), call.Deadline);
        return remaining > MinTimeout ? remaining : MinTimeout;
    }
}
