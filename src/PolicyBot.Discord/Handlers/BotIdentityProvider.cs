using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Handlers;

/// <summary>
/// Provides the bot's identity, which Discord sends when the first session starts. Thread-safe.
/// </summary>
public sealed class BotIdentityProvider
{
    private readonly TaskCompletionSource<BotIdentity> _identity =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the first session starts.</summary>
    public Task<BotIdentity> Identity => _identity.Task;

    /// <summary>Sets the identity. Later calls change nothing: the bot stays the same.</summary>
    public void Set(BotIdentity identity) => _identity.TrySetResult(identity);
}
