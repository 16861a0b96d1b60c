namespace PolicyBot.Discord.Client.Gateway;

/// <summary>Describes a lost connection that can be replaced by a new one.</summary>
/// <param name="CanResume">Whether the session can be resumed.</param>
/// <param name="Reason">What happened, without a period.</param>
/// <param name="MinDelay">How long Discord wants the client to wait at least, or null.</param>
public sealed record DisconnectInfo(bool CanResume, string Reason, TimeSpan? MinDelay = null)
{
    /// <summary>
    /// Whether to wait only <see cref="MinDelay"/>: Discord is reachable again, so the delays of an outage are over.
    /// </summary>
    public bool EndsOutage { get; init; }
}
