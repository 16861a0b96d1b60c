namespace PolicyBot.Discord.Client.Messages;

/// <summary>A message that the bot sends. It never pings anybody, whatever stands in it.</summary>
/// <param name="Embeds">Its embeds, 1 to 10, of at most 6000 characters in all.</param>
public sealed record OutgoingMessage(IReadOnlyList<Embed> Embeds)
{
    /// <summary>Whether only the one who used the command sees it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether it stands beside what it was picked from, never in its place.</summary>
    public bool IsFollowUp { get; init; }

    /// <summary>Buttons under it, at most 5; none where there is a menu.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>A menu under it, of at most 25 options; empty where there is none.</summary>
    public IReadOnlyList<MenuOption> MenuOptions { get; init; } = [];

    /// <summary>What the menu says while nothing is selected; 1 to 150 characters.</summary>
    public string MenuPlaceholder { get; init; } = "Choose…";

    /// <summary>A second row of buttons, at most 5, whose ids are none of the others.</summary>
    public IReadOnlyList<Button> Actions { get; init; } = [];

    /// <summary>A file that its embeds show, or null.</summary>
    public OutgoingFile? File { get; init; }
}
