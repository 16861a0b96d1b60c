namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>The used properties of a guild's member.</summary>
internal sealed record MemberPayload(UserPayload User)
{
    /// <summary>The ids of the member's roles, without that of everyone.</summary>
    public IReadOnlyList<ulong>? Roles { get; init; }

    /// <summary>The permission bits in the channel.</summary>
    public ulong Permissions { get; init; }
}
