namespace PolicyBot.Discord.Client.Messages;

/// <summary>The color of a button. The values are Discord's.</summary>
public enum ButtonStyle
{
    /// <summary>Blurple, for the main action.</summary>
    Primary = 1,

    /// <summary>Gray, for other actions.</summary>
    Secondary = 2,

    /// <summary>Green, for confirming.</summary>
    Success = 3,

    /// <summary>Red, for something that can't be undone.</summary>
    Danger = 4,
}
