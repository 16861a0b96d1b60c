namespace PolicyBot.FakeDiscord;

/// <summary>
/// An exception from who may use a command. The type is 1 for a role (the guild's id is everyone), 2 for a user, and 3
/// for a channel (the guild's id minus 1 is all channels).
/// </summary>
public sealed record CommandOverwrite(ulong Id, int Type, bool IsAllowed)
{
    /// <summary>The type of a role.</summary>
    public const int Role = 1;

    /// <summary>The type of a user.</summary>
    public const int User = 2;

    /// <summary>The type of a channel.</summary>
    public const int Channel = 3;
}
