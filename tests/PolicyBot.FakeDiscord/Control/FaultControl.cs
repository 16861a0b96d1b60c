using System.Text.Json.Nodes;

namespace PolicyBot.FakeDiscord.Control;

/// <summary>Makes gateway connections fail.</summary>
internal sealed class FaultControl(FakeDiscordServer server)
{
    private const string GatewayKinds =
        "drop, freeze, reconnect, invalidate, close, half_frame, garbage, garbage_json, heartbeat, "
            + "refuse_connections, stay_silent, forget_sessions";

    public IReadOnlyList<ControlRoute> Routes =>
    [
        new("POST",
            "/faults/gateway",
            $"one of: {GatewayKinds} (with code, reason, resumable, shard; the last three with on)",
            """{"fault":"drop"}""",
            Gateway),
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

    private static int CloseCode(ControlInput input) => (input.Number("code") ?? 4000) switch
    {
        var code and (1000 or 1001 or 1011 or 1012 or >= 3000 and < 5000) => code,
        var code =>
            throw new ControlException($"No server closes with {code}: take 1000, 1001, 1011, 1012, or 3000 to 4999."),
    };

    private static Task<ControlResponse> Done(string kind) =>
        Task.FromResult(ControlResponse.Json(new JsonObject { ["done"] = kind }));
}
