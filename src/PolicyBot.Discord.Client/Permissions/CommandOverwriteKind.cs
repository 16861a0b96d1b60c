namespace PolicyBot.Discord.Client.Permissions;

/// <summary>For what a command's exception is. The values are Discord's.</summary>
public enum CommandOverwriteKind
{
    /// <summary>A role.</summary>
    Role = 1,

    /// <summary>A member.</summary>
    Member = 2,

    /// <summary>A channel.</summary>
    Channel = 3,
}
