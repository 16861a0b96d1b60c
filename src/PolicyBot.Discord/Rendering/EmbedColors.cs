using PolicyBot.Chat.Messages;

namespace PolicyBot.Discord.Rendering;

/// <summary>The colors by which readers tell answers, choices and refusals apart.</summary>
internal static class EmbedColors
{
    private const int Teal = 0x008080;
    private const int Amber = 0xE0A030;
    private const int Gray = 0x8A8F98;

    /// <summary>Returns the color of a reply, 0xRRGGBB.</summary>
    public static int Get(ReplyKind kind) => kind switch
    {
        ReplyKind.Choice => Amber,
        ReplyKind.Refusal => Gray,
        _ => Teal,
    };
}
