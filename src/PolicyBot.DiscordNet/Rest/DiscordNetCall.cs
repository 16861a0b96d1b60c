using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.DiscordNet.Rest;

/// <summary>
/// What a call of Discord.Net passes to its requests and Discord.Net's methods have no parameters for. It belongs to an
/// asynchronous flow, because Discord.Net sends requests in the flow of the call.
/// </summary>
/// <param name="Deadline">When the call must be finished, a timestamp.</param>
/// <param name="CancellationToken">The cancellation token.</param>
internal sealed record DiscordNetCall(long Deadline, CancellationToken CancellationToken)
{
    private static readonly AsyncLocal<DiscordNetCall?> CurrentLocal = new();

    /// <summary>The call of the current flow, or null.</summary>
    public static DiscordNetCall? Current
    {
        get => CurrentLocal.Value;
        set => CurrentLocal.Value = value;
    }

    /// <summary>The message's nonce, or null.</summary>
    public string? Nonce { get; init; }

    /// <summary>The message's file, or null.</summary>
    public OutgoingFile? File { get; init; }
}
