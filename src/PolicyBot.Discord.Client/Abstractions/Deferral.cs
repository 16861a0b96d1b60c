namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>Which message is being worked on.</summary>
public enum Deferral
{
    /// <summary>A new one that all will see.</summary>
    Public,

    /// <summary>A new one that the user alone will see.</summary>
    Private,

    /// <summary>The one whose button or menu was used; nothing shows that.</summary>
    Update,
}
