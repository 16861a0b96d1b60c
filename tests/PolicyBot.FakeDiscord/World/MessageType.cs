namespace PolicyBot.FakeDiscord.World;

/// <summary>The types of messages that the server creates.</summary>
internal static class MessageType
{
    public const int Plain = 0;
    public const int Reply = 19;
    public const int ChatInputCommand = 20;
    public const int ContextMenuCommand = 23;
}
