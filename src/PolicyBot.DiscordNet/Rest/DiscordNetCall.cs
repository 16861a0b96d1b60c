using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.DiscordNet.Rest;

/// <summary>
/// What a call of the library's takes along beneath it, which its own methods have no room for. It goes with the flow of the call, since the library
/// sends on the flow that it was called on.
/// </summary>
/// <param name="Deadline">When it must be done, a timestamp.</param>
/// <param name="CancellationToken">Gives up.</param>
internal sealed record DiscordNetCall(long Deadline, CancellationToken CancellationToken)
{
    private static readonly AsyncLocal<DiscordNetCall?> Flowing = new();

    /// <summary>The call on whose flow this is, or null.</summary>
    public static DiscordNetCall? Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }

    /// <summary>The name by which a message that is posted twice stays single, or null.</summary>
    public string? Nonce { get; init; }

    /// <summary>The file that goes with the message, or null.</summary>
    public OutgoingFile? File { get; init; }
}
