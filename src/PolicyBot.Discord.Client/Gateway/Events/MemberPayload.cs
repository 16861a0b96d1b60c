namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>The used properties of a guild's member.</summary>
internal sealed record MemberPayload(UserPayload User)
{
    /// <summary>The permission bits in the channel.</summary>
    public ulong Permissions { get; init; }
}
