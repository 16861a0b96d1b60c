using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>Handles a client's payloads, or closes the connection with Discord's code for what is wrong.</summary>
internal sealed class ClientPayloadHandler(GatewayConnection connection, GatewayState state)
{
    private const int GuildsPerShard = 2500;

    private DateTimeOffset Now => state.Options.TimeProvider.GetUtcNow();

    public void Handle(JsonElement payload)
    {
        if (payload.ValueKind != JsonValueKind.Object)
        {
            connection.Close(CloseCodes.DecodeError, "Error while decoding payload.");
            return;
        }

        payload.TryGet("d"u8, out var data);
        switch (payload.Number("op"u8))
        {
            case Opcodes.Heartbeat:
                Heartbeat(data);
                break;
            case Opcodes.Identify or Opcodes.Resume when connection.Session is not null:
                connection.Close(CloseCodes.AlreadyAuthenticated, "Already authenticated.");
                break;
            case Opcodes.Identify:
                Identify(data);
                break;
            case Opcodes.Resume:
                Resume(data);
                break;
            case Opcodes.PresenceUpdate or Opcodes.VoiceStateUpdate or Opcodes.RequestGuildMembers
                or Opcodes.RequestSoundboardSounds or Opcodes.RequestChannelInfo:
                if (connection.Session is null)
                    connection.Close(CloseCodes.NotAuthenticated, "Not authenticated.");
                break;
            default:
                connection.Close(CloseCodes.UnknownOpcode, "Unknown opcode.");
                break;
        }
    }

    private void Heartbeat(JsonElement data)
    {
        var sequence = data.ValueKind == JsonValueKind.Number && data.TryGetInt32(out var number) ? number : (int?)null;
        connection.OnHeartbeat();
        state.Log.Add(new HeartbeatRecord(Now, connection.Shard, sequence));
        connection.Send(Payloads.HeartbeatAck);
    }

    private void Identify(JsonElement data)
    {
        if (data.Text("token"u8) is not { } token
            || !data.TryGet("properties"u8, out var properties)
            || properties.ValueKind != JsonValueKind.Object
            || data.Number("intents"u8) is not { } intents)
        {
            connection.Close(CloseCodes.DecodeError, "Error while decoding payload.");
            return;
        }

        if (token != state.Options.Token)
        {
            connection.Close(CloseCodes.AuthenticationFailed, "Authentication failed.");
            return;
        }

        if (ReadShard(data) is not { } shard)
        {
            connection.Close(CloseCodes.InvalidShard, "Invalid shard.");
            return;
        }

        if ((intents & ~Intents.Defined) != 0)
        {
            connection.Close(CloseCodes.InvalidIntents, "Invalid intent(s).");
            return;
        }

        if ((intents & ~state.Options.AllowedIntents) != 0)
        {
            connection.Close(CloseCodes.DisallowedIntents, "Disallowed intent(s).");
            return;
        }

        var session = new GatewaySession(
            Guid.NewGuid().ToString("N"), shard.Id, shard.Count, intents, state.Options.ReplayedEvents,
            state.Options.TimeProvider);
        if (state.Ready.GetGuilds(session).Skip(GuildsPerShard).Any())
        {
            connection.Close(CloseCodes.ShardingRequired, "Sharding required.");
            return;
        }

        if (state.SessionStarts.TryStart(shard.Id) is { } refusal)
        {
            state.Log.Add(new IdentifyRefusedRecord(Now, shard.Id, refusal));
            connection.Send(Payloads.InvalidSession(isResumable: false));
            return;
        }

        Begin(session, JsonTree.ParseObject(Encoding.UTF8.GetBytes(data.GetRawText())));
    }

    private void Begin(GatewaySession session, JsonObject payload)
    {
        // A client that has received READY gets every event after it.
        state.Sessions.Add(session);
        connection.Begin(session);
        var guilds = (session.Intents & Intents.Guilds) == 0 ? [] : state.Ready.GetGuilds(session);
        session.Start(connection, state.Ready.Write(session), [.. guilds.Select(guild =>
            new GatewayEvent(
                "GUILD_CREATE"u8.ToArray(), guild.Id, 0, GuildWriter.WriteGuildCreate(guild, state.World), null))]);
        state.Log.Add(
            new IdentifiedRecord(Now, session.Shard, session.ShardCount, session.Intents, session.Id, payload));
    }

    private void Resume(JsonElement data)
    {
        if (data.Text("token"u8) is not { } token
            || data.Text("session_id"u8) is not { } sessionId
            || data.Number("seq"u8) is not { } sequence)
        {
            connection.Close(CloseCodes.DecodeError, "Error while decoding payload.");
            return;
        }

        if (token != state.Options.Token)
        {
            connection.Close(CloseCodes.AuthenticationFailed, "Authentication failed.");
            return;
        }

        var session = state.Faults.ForgetsSessions ? null : state.Sessions.Find(sessionId);
        if (session is null)
        {
            Refuse(sessionId, sequence, "no such session");
            return;
        }

        connection.Begin(session);
        var outcome = session.Resume(connection, Math.Max(0, sequence - state.Faults.RepeatsOnResume));
        if (outcome.Refusal is null)
        {
            state.Log.Add(new ResumedRecord(Now, session.Shard, sessionId, sequence, outcome.Replayed));
            return;
        }

        state.Sessions.End(session);
        if (outcome.IsInvalidSequence)
            connection.Close(CloseCodes.InvalidSequence, "Invalid seq.");
        Refuse(sessionId, sequence, outcome.Refusal);
    }

    private void Refuse(string sessionId, int sequence, string reason)
    {
        connection.Forget();
        state.Log.Add(new ResumeRefusedRecord(Now, sessionId, sequence, reason));
        connection.Send(Payloads.InvalidSession(isResumable: false));
    }

    private static (int Id, int Count)? ReadShard(JsonElement data)
    {
        if (!data.TryGet("shard"u8, out var shard))
            return (0, 1);
        if (shard.ValueKind != JsonValueKind.Array || shard.GetArrayLength() != 2)
            return null;
        return shard[0].ValueKind == JsonValueKind.Number && shard[0].TryGetInt32(out var id)
            && shard[1].ValueKind == JsonValueKind.Number && shard[1].TryGetInt32(out var count)
            && id >= 0 && count >= 1 && id < count
            ? (id, count)
            : null;
    }
}
