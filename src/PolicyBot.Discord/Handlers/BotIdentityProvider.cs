using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Handlers;

/// <summary>Who the bot is, which Discord tells when the first session begins. Safe for many threads.</summary>
public sealed class BotIdentityProvider
{
    private readonly TaskCompletionSource<BotIdentity> _known = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the first session.</summary>
    public Task<BotIdentity> Identity => _known.Task;

    /// <summary>A session has begun. A later one is the same bot’s.</summary>
    public void Set(BotIdentity identity) => _known.TrySetResult(identity);
}
