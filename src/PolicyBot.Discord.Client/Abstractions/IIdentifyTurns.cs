namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>
/// Lets the processes of a bot start sessions in turn, so that they keep Discord's limits together. Safe for many
/// threads.
/// </summary>
public interface IIdentifyTurns
{
    /// <summary>Takes a turn if one is free now.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>
    /// Zero if it was taken; otherwise how long to wait before the next attempt, or null if it can't be found out what
    /// the other processes do.
    /// </returns>
    Task<TimeSpan?> TryTakeAsync(IdentifyTurn turn, CancellationToken cancellationToken);
}
