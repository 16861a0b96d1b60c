using System.Text.Json;
using PolicyBot.Discord.Client.Gateway.Events;

namespace PolicyBot.Discord.Client.Gateway;

/// <summary>A payload of the gateway, of which only the outside is read.</summary>
/// <param name="Op">What it is.</param>
/// <param name="Sequence">Its number within the session; only of a dispatch.</param>
/// <param name="Event">Which event a dispatch is.</param>
/// <param name="Data">JSON that begins with the payload's data; what follows that value is no part of it.</param>
internal readonly record struct GatewayPayload(GatewayOpcode Op, int? Sequence, GatewayEventType Event, ReadOnlyMemory<byte> Data)
{
    /// <summary>Reads a payload; throws a <see cref="JsonException"/> where it is none.</summary>
    public static GatewayPayload Read(ReadOnlyMemory<byte> payload)
    {
        var reader = new Utf8JsonReader(payload.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A payload is no object.");
        GatewayOpcode? op = null;
        int? sequence = null;
        var kind = GatewayEventType.None;
        ReadOnlyMemory<byte>? data = null;
        var (hasSequence, hasKind) = (false, false);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("op"u8))
            {
                reader.Read();
                op = (GatewayOpcode)Number(ref reader);
            }
            else if (reader.ValueTextEquals("s"u8))
            {
                reader.Read();
                sequence = reader.TokenType == JsonTokenType.Null ? null : Number(ref reader);
                hasSequence = true;
            }
            else if (reader.ValueTextEquals("t"u8))
            {
                reader.Read();
                kind = Kind(ref reader);
                hasKind = true;
            }
            else if (reader.ValueTextEquals("d"u8))
            {
                reader.Read();
                data = payload[(int)reader.TokenStartIndex..];
                // Discord writes the data last: there nothing of it need be read here, and of most events nothing ever is.
                if (op is not null && hasSequence && hasKind) break;
                reader.Skip();
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return new GatewayPayload(op ?? throw new JsonException("A payload has no op."), sequence, kind, data ?? ReadOnlyMemory<byte>.Empty);
    }

    private static int Number(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) ? number : throw new JsonException("A number of a payload is none.");

    private static GatewayEventType Kind(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null) return GatewayEventType.None;
        if (reader.TokenType != JsonTokenType.String) throw new JsonException("The name of an event is none.");
        if (reader.ValueTextEquals("MESSAGE_CREATE"u8)) return GatewayEventType.MessageCreate;
        if (reader.ValueTextEquals("INTERACTION_CREATE"u8)) return GatewayEventType.InteractionCreate;
        if (reader.ValueTextEquals("READY"u8)) return GatewayEventType.Ready;
        return reader.ValueTextEquals("RESUMED"u8) ? GatewayEventType.Resumed : GatewayEventType.Other;
    }
}
