using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>Accepts gateway connections.</summary>
internal sealed class GatewayEndpoint(GatewayState state, CancellationToken stopping)
{
    private DateTimeOffset Now => state.Options.TimeProvider.GetUtcNow();

    public static bool Serves(PathString path) =>
        path == "/gateway" || path == "/gateway/" || path == "/resume" || path == "/resume/";

    public async Task RunAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.TrimEnd('/');
        var query = context.Request.QueryString.Value ?? "";
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            return;
        }

        if (state.Faults.RefusesConnections || (state.Faults.RefusesResumes && path == "/resume"))
        {
            state.Log.Add(new ConnectionRefusedRecord(Now, path, query));
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        var upgrade = (SilenceableUpgrade)context.Features.GetRequiredFeature<IHttpUpgradeFeature>();
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var stream = upgrade.Stream
            ?? throw new InvalidOperationException("The upgrade was not made through the silenceable stream.");
        var (code, reason) = CheckQuery(context.Request.Query);
        using var connection = new GatewayConnection(
            context, socket, stream, context.Request.Query["compress"] == "zlib-stream", state, stopping);
        state.Connections.Add(connection);
        state.Log.Add(new ConnectedRecord(Now, path, query, context.Request.Headers.UserAgent.ToString()));
        await connection.RunAsync(code, reason);
    }

    private static (int? Code, string Reason) CheckQuery(IQueryCollection query)
    {
        if (query["v"] != "10")
            return (CloseCodes.InvalidVersion, "Invalid API version.");
        if (query["encoding"] is { Count: > 0 } encoding && encoding != "json")
            return (CloseCodes.UnknownOpcode, "Only the encoding json is served.");
        if (query["compress"] is { Count: > 0 } compress && compress != "zlib-stream")
            return (CloseCodes.UnknownOpcode, "Only the compression zlib-stream is served.");
        return (null, "");
    }
}
