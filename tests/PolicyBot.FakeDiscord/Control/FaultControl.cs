using System.Text.Json.Nodes;

namespace PolicyBot.FakeDiscord.Control;

/// <summary>Making things go wrong.</summary>
internal sealed class FaultControl(FakeDiscordServer server)
{
    private const string GatewayKinds =
        "drop, freeze, reconnect, invalidate, close, half_frame, garbage, garbage_json, heartbeat, "
            + "refuse_connections, stay_silent, forget_sessions";

    private const string HttpKinds =
        "status, error, rate_limited, hold, drop_before, drop_after, status_after, hold_after, clear";

    public IReadOnlyList<ControlRoute> Routes =>
    [
        new("POST",
            "/faults/gateway",
            $"one of: {GatewayKinds} (with code, reason, resumable, shard; the last three with on)",
            """{"fault":"drop"}""",
            Gateway),
        new("POST",
            "/faults/http",
            $"one of: {HttpKinds} (with method, route, times; code, status, message, body, retry_after, scope, "
                + "headers)",
            """{"fault":"status","code":503,"method":"POST","route":"/channels/{channel_id}/messages","times":2}""",
            Http),
    ];

    private Task<ControlResponse> Gateway(ControlRequest call)
    {
        var input = call.ReadInput("fault", "shard", "code", "reason", "resumable", "on");
        var shard = input.Number("shard");
        var isOn = input.Flag("on", otherwise: true);
        var kind = input.Text("fault");
        switch (kind)
        {
            case "drop":
                server.GatewayFaults.Drop(shard);
                break;
            case "freeze":
                server.GatewayFaults.Freeze(shard);
                break;
            case "reconnect":
                server.GatewayFaults.Reconnect(shard);
                break;
            case "invalidate":
                server.GatewayFaults.InvalidateSession(input.Flag("resumable"), shard);
                break;
            case "close":
                server.GatewayFaults.Close(CloseCode(input), input.OptionalText("reason") ?? "", shard);
                break;
            case "half_frame":
                server.GatewayFaults.SendHalfFrame(shard);
                break;
            case "garbage":
                server.GatewayFaults.SendGarbage(shard);
                break;
            case "garbage_json":
                server.GatewayFaults.SendGarbageJson(shard);
                break;
            case "heartbeat":
                server.GatewayFaults.RequestHeartbeat(shard);
                break;
            case "refuse_connections":
                server.GatewayFaults.RefusesConnections = isOn;
                break;
            case "stay_silent":
                server.GatewayFaults.StaysSilent = isOn;
                break;
            case "forget_sessions":
                server.GatewayFaults.ForgetsSessions = isOn;
                break;
            default:
                throw new ControlException($"There is no fault {kind}, but: {GatewayKinds}.");
        }

        return Done(kind);
    }

    private Task<ControlResponse> Http(ControlRequest call)
    {
        var input = call.ReadInput(
            "fault", "method", "route", "times", "code", "status", "message", "body", "retry_after", "scope",
            "headers");
        var kind = input.Text("fault");
        if (kind == "clear")
        {
            server.HttpFaults.Clear();
            return Done(kind);
        }

        HttpFault fault = kind switch
        {
            "status" =>
                new HttpFault.Status(input.Number("code") ?? input.Number("status") ?? 500, input.OptionalText("body")),
            "error" => new HttpFault.Refusal(
                input.Number("status") ?? 400, input.Number("code") ?? 0,
                input.OptionalText("message") ?? "Something went wrong"),
            "rate_limited" => new HttpFault.RateLimited(
                TimeSpan.FromSeconds(input.Number("retry_after") ?? 1),
                input.OptionalText("scope") ?? "user",
                input.Flag("headers", otherwise: true)),
            "hold" => new HttpFault.Hold(),
            "drop_before" => new HttpFault.DropBefore(),
            "drop_after" => new HttpFault.DropAfter(),
            "status_after" => new HttpFault.StatusAfter(
                input.Number("code") ?? input.Number("status") ?? 500, input.OptionalText("body")),
            "hold_after" => new HttpFault.HoldAfter(),
            _ => throw new ControlException($"There is no fault {kind}, but: {HttpKinds}."),
        };
        server.HttpFaults.Add(
            fault, input.OptionalText("method"), input.OptionalText("route"), input.Number("times") ?? 1);
        return Done(kind);
    }

    private static int CloseCode(ControlInput input) => (input.Number("code") ?? 4000) switch
    {
        var code and (1000 or 1001 or 1011 or 1012 or >= 3000 and < 5000) => code,
        var code =>
            throw new ControlException($"No server closes with {code}: take 1000, 1001, 1011, 1012, or 3000 to 4999."),
    };

    private static Task<ControlResponse> Done(string kind) =>
        Task.FromResult(ControlResponse.Json(new JsonObject { ["done"] = kind }));
}
