namespace PolicyBot.FakeDiscord.Commands;

/// <summary>Discord's command types.</summary>
internal static class CommandType
{
    public const int ChatInput = 1;
    public const int User = 2;
    public const int Message = 3;
}
