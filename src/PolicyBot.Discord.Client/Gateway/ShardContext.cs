using Microsoft.Extensions.Logging;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Client.Gateway;

/// <summary>What the shards of a connection share.</summary>
/// <param name="Token">The bot's token.</param>
/// <param name="SessionStarts">Limits how many sessions they start.</param>
/// <param name="Identifies">Lets them identify in turn.</param>
/// <param name="Events">Receives their events.</param>
/// <param name="Status">The state of the shards.</param>
/// <param name="CreateResponder">
/// Creates the responder of an interaction, from its id, the application's id and the interaction's token.
/// </param>
/// <param name="Time">The clock.</param>
/// <param name="Random">The source of jitter; locked while it is used.</param>
/// <param name="Logger">The log.</param>
internal sealed record ShardContext(
    string Token,
    SessionStartLimiter SessionStarts,
    IdentifyQueue Identifies,
    IDiscordEventListener Events,
    GatewayStatus Status,
    Func<ulong, ulong, string, IInteractionResponder> CreateResponder,
    TimeProvider Time,
    Random Random,
    ILogger Logger);
