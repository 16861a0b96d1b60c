using System.Buffers;
using System.Text.Json;

namespace PolicyBot.Discord.Client.Gateway;

/// <summary>What the bot sends to the gateway.</summary>
internal static class GatewayCommands
{
    // GUILD_MESSAGES and DIRECT_MESSAGES. Without GUILDS nothing of the guilds is sent, or need be kept.
    private const int Intents = (1 << 9) | (1 << 12);

    public static ReadOnlyMemory<byte> Heartbeat(int? sequence) => Payload(GatewayOpcode.Heartbeat, writer =>
    {
        if (sequence is { } last) writer.WriteNumberValue(last);
        else writer.WriteNullValue();
    });

    public static ReadOnlyMemory<byte> Identify(string token, int shard, int shards) => Payload(GatewayOpcode.Identify, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("token", token);
        writer.WriteNumber("intents", Intents);
        writer.WriteStartArray("shard");
        writer.WriteNumberValue(shard);
        writer.WriteNumberValue(shards);
        writer.WriteEndArray();
        writer.WriteStartObject("properties");
        writer.WriteString("os", OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux");
        writer.WriteString("browser", "PolicyBot");
        writer.WriteString("device", "PolicyBot");
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> Resume(string token, string session, int sequence) => Payload(GatewayOpcode.Resume, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("token", token);
        writer.WriteString("session_id", session);
        writer.WriteNumber("seq", sequence);
        writer.WriteEndObject();
    });

    private static ReadOnlyMemory<byte> Payload(GatewayOpcode op, Action<Utf8JsonWriter> data)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteNumber("op", (int)op);
        writer.WritePropertyName("d");
        data(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
