using Microsoft.Extensions.Logging;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Client.Gateway;

/// <summary>What the shards of a connection have in common.</summary>
/// <param name="Token">The bot's token.</param>
/// <param name="SessionStarts">Lets them start sessions.</param>
/// <param name="Events">Who gets what they read.</param>
/// <param name="CreateResponder">Makes what answers an interaction: of its id, the application's, and its token.</param>
/// <param name="Time">The clock.</param>
/// <param name="Random">Spreads waits; used under its own lock.</param>
/// <param name="Logger">Tells of the connection.</param>
internal sealed record ShardContext(
    string Token,
    SessionStartLimiter SessionStarts,
    IDiscordEventListener Events,
    Func<ulong, ulong, string, IInteractionResponder> CreateResponder,
    TimeProvider Time,
    Random Random,
    ILogger Logger)
{
    /// <summary>0 to 1.</summary>
    public double NextDouble()
    {
        lock (Random) return Random.NextDouble();
    }
}
