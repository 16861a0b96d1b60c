namespace PolicyBot.FakeDiscord.World;

/// <summary>Discord's component types.</summary>
internal static class ComponentType
{
    public const int ActionRow = 1;
    public const int Button = 2;
    public const int StringSelect = 3;
    public const int TextInput = 4;
    public const int UserSelect = 5;
    public const int ChannelSelect = 8;
    public const int TextDisplay = 10;
    public const int Label = 18;
}
