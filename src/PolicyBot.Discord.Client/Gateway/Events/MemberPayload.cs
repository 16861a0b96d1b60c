namespace PolicyBot.Discord.Client.Gateway.Events;

internal sealed record MemberPayload(UserPayload User)
{
    /// <summary>What they may do in the channel.</summary>
    public ulong Permissions { get; init; }
}
