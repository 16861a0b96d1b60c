namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>For whom the message is whose button or menu a user used.</summary>
public enum MessageRecipient
{
    /// <summary>Everyone sees it, and it is the answer to another user.</summary>
    OtherUser,

    /// <summary>Everyone sees it, and it is the answer to this user.</summary>
    SameUser,

    /// <summary>Only this user sees it.</summary>
    Private,
}
