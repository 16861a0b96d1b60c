using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>Gateway payloads as bytes, their keys in Discord's order.</summary>
internal static class Payloads
{
    public static readonly byte[] HeartbeatAck = Plain(Opcodes.HeartbeatAck, "null");
    public static readonly byte[] HeartbeatRequest = Plain(Opcodes.Heartbeat, "null");
    public static readonly byte[] Reconnect = Plain(Opcodes.Reconnect, "null");

    public static byte[] Hello(TimeSpan interval) => Plain(
        Opcodes.Hello,
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"heartbeat_interval":{{(long)interval.TotalMilliseconds}},"_trace":["[\"fake-discord\"]"]}"""));

    public static byte[] InvalidSession(bool isResumable) =>
        Plain(Opcodes.InvalidSession, isResumable ? "true" : "false");

    public static byte[] Dispatch(ReadOnlySpan<byte> name, int sequence, ReadOnlySpan<byte> data)
    {
        Span<byte> head = stackalloc byte[160];
        var length = Append(head, 0, "{\"t\":\""u8);
        length = Append(head, length, name);
        length = Append(head, length, "\",\"s\":"u8);
        Utf8Formatter.TryFormat(sequence, head[length..], out var digits);
        length = Append(head, length + digits, ",\"op\":0,\"d\":"u8);
        var payload = new byte[length + data.Length + 1];
        head[..length].CopyTo(payload);
        data.CopyTo(payload.AsSpan(length));
        payload[^1] = (byte)'}';
        return payload;
    }

    private static int Append(Span<byte> target, int at, ReadOnlySpan<byte> text)
    {
        text.CopyTo(target[at..]);
        return at + text.Length;
    }

    private static byte[] Plain(int op, string data) =>
        Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $$"""{"t":null,"s":null,"op":{{op}},"d":{{data}}}"""));
}
