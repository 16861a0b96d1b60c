using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord.Interactions;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord;

/// <summary>An interaction that a user started, and what the user sees of the response.</summary>
public sealed class SentInteraction
{
    private readonly InteractionState _state;

    internal SentInteraction(InteractionState state) => _state = state;

    /// <summary>The interaction's id.</summary>
    public ulong Id => _state.Id;

    /// <summary>Its token, for the callback and the follow-ups.</summary>
    public string Token => _state.Token;

    /// <summary>The data of its event; a new copy each time.</summary>
    public JsonObject Json => JsonTree.ParseObject(
        _state.Data ?? throw new InvalidOperationException(
            "The event was not kept: the server runs with RecordsRequests off."));

    /// <summary>
    /// The body of the first callback as it was sent. Fails with a TimeoutException after three seconds.
    /// </summary>
    public Task<JsonObject> Response => _state.Response;

    /// <summary>The server's clock.</summary>
    public TimeProvider Clock => _state.Clock;

    /// <summary>What the user sees now: the original response, then follow-ups, including ephemeral ones.</summary>
    public IReadOnlyList<SentMessage> Messages => _state.Messages;

    /// <summary>Whether its fifteen minutes have passed.</summary>
    public bool IsExpired => _state.IsExpired;

    /// <summary>The time from the event to the callback; null before the callback.</summary>
    public TimeSpan? ResponseTime => _state.ResponseTime;

    internal InteractionState State => _state;

    /// <summary>
    /// Waits until this message exists and is no longer a deferral. Fails after 30 seconds of real time and lists the
    /// messages that exist.
    /// </summary>
    public async Task<SentMessage> MessageAsync(int index = 0, CancellationToken ct = default)
    {
        using var guard = new CancellationTokenSource(ServerLog.WaitLimit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(guard.Token, ct);
        try
        {
            return await _state.MessageAsync(index, either.Token);
        }
        catch (OperationCanceledException) when (guard.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"Waited {ServerLog.WaitLimit.TotalSeconds:0} s for message {index} of the interaction, in vain. There "
                    + "is:\n"
                + string.Join(
                    '\n',
                    Messages.Select(
                        message => $"  {(message.IsThinking ? "(thinking)" : message.Json.ToJsonString())}")));
        }
    }
}
