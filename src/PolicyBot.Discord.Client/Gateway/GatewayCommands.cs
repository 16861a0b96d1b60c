using System.Buffers;
using System.Text.Json;

namespace PolicyBot.Discord.Client.Gateway;

/// <summary>Creates the payloads that the client sends to the gateway.</summary>
internal static class GatewayCommands
{
    // GUILD_MESSAGES and DIRECT_MESSAGES. Without GUILDS, Discord sends nothing about the guilds themselves.
    private const int Intents = (1 << 9) | (1 << 12);

    public static ReadOnlyMemory<byte> Heartbeat(int? sequence) => Create(GatewayOpcode.Heartbeat, writer =>
    {
        if (sequence is { } last) writer.WriteNumberValue(last);
        else writer.WriteNullValue();
    });

    public static ReadOnlyMemory<byte> Identify(string token, int shard, int shardCount) => Create(
        GatewayOpcode.Identify,
        writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("token", token);
            writer.WriteNumber("intents", Intents);
            writer.WriteStartArray("shard");
            writer.WriteNumberValue(shard);
            writer.WriteNumberValue(shardCount);
            writer.WriteEndArray();
            writer.WriteStartObject("properties");
            writer.WriteString("os", GetOperatingSystem());
            writer.WriteString("browser", "PolicyBot");
            writer.WriteString("device", "PolicyBot");
            writer.WriteEndObject();
            writer.WriteEndObject();
        });

    public static ReadOnlyMemory<byte> Resume(string token, string session, int sequence) => Create(
        GatewayOpcode.Resume,
        writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("token", token);
            writer.WriteString("session_id", session);
            writer.WriteNumber("seq", sequence);
            writer.WriteEndObject();
        });

    private static string GetOperatingSystem() =>
        OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux";

    private static ReadOnlyMemory<byte> Create(GatewayOpcode opcode, Action<Utf8JsonWriter> writeData)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteNumber("op", (int)opcode);
        writer.WritePropertyName("d");
        writeData(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
