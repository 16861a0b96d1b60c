using System.Text.Json;

namespace PolicyBot.Discord.Client.Gateway;

/// <summary>Reads the hello with which the gateway begins.</summary>
internal static class HelloReader
{
    /// <summary>The time between heartbeats.</summary>
    public static TimeSpan ReadInterval(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("heartbeat_interval"u8)) continue;
            reader.Read();
            if (reader.TokenType == JsonTokenType.Number && reader.GetDouble() is var interval and >= 1 and < int.MaxValue) return TimeSpan.FromMilliseconds(interval);
            break;
        }

        throw new InvalidDataException("The gateway’s hello has no heartbeat interval.");
    }
}
