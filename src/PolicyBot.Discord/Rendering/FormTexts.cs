namespace PolicyBot.Discord.Rendering;

/// <summary>What users read about forms.</summary>
internal static class FormTexts
{
    public const string Open = "Open form";
    public const string EditAgain = "Edit again";
    public const string NotOpen = "Open the form with the button below.";
    public const string UseCommand = "To open the form, use the command again.";
}
