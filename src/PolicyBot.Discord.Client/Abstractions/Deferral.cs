namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>Which message a deferred response announces.</summary>
public enum Deferral
{
    /// <summary>A new message for everyone. Discord shows that the bot is thinking.</summary>
    Public,

    /// <summary>A new message for the user only. Discord shows that to the user.</summary>
    Private,

    /// <summary>A change of the message whose button or menu was used. Discord shows nothing.</summary>
    Update,
}
