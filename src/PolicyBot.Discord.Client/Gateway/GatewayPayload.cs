using System.Text.Json;
using PolicyBot.Discord.Client.Gateway.Events;

namespace PolicyBot.Discord.Client.Gateway;

/// <summary>A payload from the gateway, whose data isn't parsed yet.</summary>
/// <param name="Opcode">Its type.</param>
/// <param name="Sequence">Its number in the session; only for a dispatch.</param>
/// <param name="Event">The event of a dispatch.</param>
/// <param name="Data">Its data: JSON that starts with that value, and may go on with other text after it.</param>
internal readonly record struct GatewayPayload(
    GatewayOpcode Opcode, int? Sequence, GatewayEventType Event, ReadOnlyMemory<byte> Data)
{
    /// <summary>Parses a payload.</summary>
    /// <exception cref="JsonException">It isn't valid.</exception>
    public static GatewayPayload Parse(ReadOnlyMemory<byte> payload)
    {
        var reader = new Utf8JsonReader(payload.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("The payload is not an object.");
        GatewayOpcode? opcode = null;
        int? sequence = null;
        var eventType = GatewayEventType.None;
        ReadOnlyMemory<byte>? data = null;
        var (hasSequence, hasEvent) = (false, false);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("op"u8))
            {
                reader.Read();
                opcode = (GatewayOpcode)ReadNumber(ref reader);
            }
            else if (reader.ValueTextEquals("s"u8))
            {
                reader.Read();
                sequence = reader.TokenType == JsonTokenType.Null ? null : ReadNumber(ref reader);
                hasSequence = true;
            }
            else if (reader.ValueTextEquals("t"u8))
            {
                reader.Read();
                eventType = ReadEventType(ref reader);
                hasEvent = true;
            }
            else if (reader.ValueTextEquals("d"u8))
            {
                reader.Read();
                data = payload[(int)reader.TokenStartIndex..];
                // Discord writes the data last, so it needn't be read here. The data of most events is never read.
                if (opcode is not null && hasSequence && hasEvent) break;
                reader.Skip();
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        if (opcode is null) throw new JsonException("The payload has no op.");
        return new GatewayPayload(opcode.Value, sequence, eventType, data ?? ReadOnlyMemory<byte>.Empty);
    }

    private static int ReadNumber(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number)
            ? number
            : throw new JsonException("The payload's op or s is not a number.");

    private static GatewayEventType ReadEventType(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null) return GatewayEventType.None;
        if (reader.TokenType != JsonTokenType.String) throw new JsonException("The payload's t is not a string.");
        if (reader.ValueTextEquals("MESSAGE_CREATE"u8)) return GatewayEventType.MessageCreate;
        if (reader.ValueTextEquals("INTERACTION_CREATE"u8)) return GatewayEventType.InteractionCreate;
        if (reader.ValueTextEquals("READY"u8)) return GatewayEventType.Ready;
        if (reader.ValueTextEquals("APPLICATION_COMMAND_PERMISSIONS_UPDATE"u8))
            return GatewayEventType.CommandPermissionsUpdate;
        return reader.ValueTextEquals("RESUMED"u8) ? GatewayEventType.Resumed : GatewayEventType.Other;
    }
}
