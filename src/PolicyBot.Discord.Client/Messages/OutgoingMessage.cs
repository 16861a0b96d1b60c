namespace PolicyBot.Discord.Client.Messages;

/// <summary>A message to send. It never pings anyone, whatever its text says.</summary>
/// <param name="Embeds">At most 10 embeds, with at most 6000 characters in total; none only if there is a text.</param>
public sealed record OutgoingMessage(IReadOnlyList<Embed> Embeds)
{
    /// <summary>The menu's custom id. The interaction carries the value of the selected option instead.</summary>
    public const string MenuCustomId = "menu";

    /// <summary>The text above the embeds, Markdown with at most 2000 characters; or null.</summary>
    public string? Content { get; init; }

    /// <summary>Whether only the user who is answered sees it (Discord calls that ephemeral).</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether it is always a new message, and never replaces the one whose button or menu was used.</summary>
    public bool IsFollowUp { get; init; }

    /// <summary>The first row of buttons, at most 5; empty if there is a menu.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>The options of a menu, at most 25; empty if there is no menu.</summary>
    public IReadOnlyList<MenuOption> MenuOptions { get; init; } = [];

    /// <summary>What the menu shows while nothing is selected; 1 to 150 characters.</summary>
    public string MenuPlaceholder { get; init; } = "Choose…";

    /// <summary>The second row of buttons, at most 5, with other ids than the first row or the menu.</summary>
    public IReadOnlyList<Button> Actions { get; init; } = [];

    /// <summary>The file that an embed shows, or null.</summary>
    public OutgoingFile? File { get; init; }
}
