namespace PolicyBot.FakeDiscord.Commands;

/// <summary>Discord's option types.</summary>
internal static class OptionType
{
    public const int SubCommand = 1;
    public const int SubCommandGroup = 2;
    public const int String = 3;
    public const int Integer = 4;
    public const int Boolean = 5;
    public const int User = 6;
    public const int Channel = 7;
    public const int Number = 10;
}
