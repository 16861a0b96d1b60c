using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Caching;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Handlers;

/// <summary>
/// Finds the channels that threads belong to, which Discord doesn't send with messages. A thread never moves, so each
/// is asked for once. Thread-safe.
/// </summary>
/// <param name="connection">Asks Discord.</param>
/// <param name="logger">The log.</param>
internal sealed partial class ThreadParents(IDiscordConnection connection, ILogger logger)
{
    private const int MaxKnown = 10_000;

    private readonly LruCache<ulong, ulong?> _known = new(MaxKnown);

    /// <summary>
    /// Gets the channel that a channel is a thread of; null if it isn't one, or if Discord can't be asked, which is
    /// logged.
    /// </summary>
    public async ValueTask<ulong?> FindAsync(ulong channel, CancellationToken cancellationToken)
    {
        if (_known.TryGet(channel, out var known)) return known;
        try
        {
            var parent = await connection.GetThreadParentAsync(channel, cancellationToken);
            _known.Put(channel, parent);
            return parent;
        }
        catch (DiscordException e)
        {
            Log.NotFound(logger, channel, e.Message);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            4012,
            LogLevel.Warning,
            "Failed to read channel {Channel}: {Reason}. If it is a thread, its parent's settings aren't used.")]
        public static partial void NotFound(ILogger logger, ulong channel, string reason);
    }
}
