namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>The message that somebody picked from.</summary>
public enum ComponentOwner
{
    /// <summary>All see it, and it answers somebody else.</summary>
    OtherUser,

    /// <summary>All see it, and it answers whoever picked.</summary>
    SameUser,

    /// <summary>Whoever picked alone sees it.</summary>
    Private,
}
