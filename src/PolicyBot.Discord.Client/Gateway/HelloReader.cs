using System.Text.Json;

namespace PolicyBot.Discord.Client.Gateway;

/// <summary>Reads HELLO, the gateway's first payload.</summary>
internal static class HelloReader
{
    /// <summary>Reads the time between heartbeats.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public static TimeSpan ReadInterval(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName) continue;
            if (!reader.ValueTextEquals("heartbeat_interval"u8)) continue;
            reader.Read();
            if (reader.TokenType != JsonTokenType.Number) break;
            if (reader.GetDouble() is var interval and >= 1 and < int.MaxValue)
                return TimeSpan.FromMilliseconds(interval);
            break;
        }

        throw new InvalidDataException("The gateway's HELLO has no heartbeat interval.");
    }
}
