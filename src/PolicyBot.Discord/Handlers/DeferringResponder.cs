using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Handlers;

/// <summary>
/// Responds to an interaction within the three seconds that Discord allows: with the answer or, if that isn't ready in
/// time, with a deferral.
/// </summary>
internal sealed class DeferringResponder : IAsyncDisposable
{
    /// <summary>How long Discord accepts the first response, from when the interaction was received.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    // Late enough for nearly every answer, and early enough for a slow network.
    private static readonly TimeSpan DeferAfter = TimeSpan.FromSeconds(1.5);

    private static readonly TimeSpan MinTimeout = TimeSpan.FromMilliseconds(1);

    private readonly Interaction _interaction;
    private readonly ResponseTarget _target;
    private readonly TimeProvider _time;
    private readonly CancellationToken _cancellationToken;
    private readonly Lock _sync = new();
    private readonly ITimer _timer;
    private bool _isAnswered;
    private Task? _deferring;
    private Action? _onDeferred;

    /// <summary>Creates a responder, which defers the interaction if there is no answer in time.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="target">Where the answer goes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    public DeferringResponder(
        Interaction interaction, ResponseTarget target, TimeProvider time, CancellationToken cancellationToken)
    {
        (_interaction, _target, _time, _cancellationToken) = (interaction, target, time, cancellationToken);
        var delay = DeferAfter - time.GetElapsedTime(interaction.ReceivedAt);
        _timer = time.CreateTimer(
            static self => ((DeferringResponder)self!).Defer(),
            this,
            delay > TimeSpan.Zero ? delay : TimeSpan.Zero,
            Timeout.InfiniteTimeSpan);
    }

    private TimeSpan Remaining => Limit - _time.GetElapsedTime(_interaction.ReceivedAt);

    private IInteractionResponder Responder => _interaction.Responder;

    /// <summary>
    /// Runs an action when the interaction is deferred. If it already is, because the bot has too much to do, first
    /// waits until the deferral is sent: the deferrals of other interactions are more urgent than this answer.
    /// </summary>
    /// <exception cref="DiscordException">Discord refused the deferral.</exception>
    public async ValueTask OnDeferredAsync(Action action)
    {
        Task deferring;
        lock (_sync)
        {
            if (_deferring is null)
            {
                _onDeferred = action;
                return;
            }

            deferring = _deferring;
        }

        await deferring;
        action();
    }

    /// <summary>Sends the answer.</summary>
    /// <param name="reply">The answer. Its modal opens only if the interaction isn't deferred yet.</param>
    /// <exception cref="DiscordException">It couldn't be sent.</exception>
    public async Task AnswerAsync(RenderedReply reply)
    {
        Task? deferring;
        lock (_sync) (_isAnswered, deferring) = (true, _deferring);
        if (deferring is null && reply.Modal is { } modal)
        {
            await RespondFirstAsync(timeout => Responder.OpenModalAsync(modal, timeout, _cancellationToken));
            return;
        }

        var messages = reply.Messages;
        if (deferring is null) await RespondAsync(messages[0]);
        else await RespondAfterAsync(deferring, messages[0]);
        var isPrivate = _target.IsPrivate || messages[0].IsPrivate;
        foreach (var message in messages.Skip(1).Select(m => m with { IsPrivate = isPrivate }))
            await Responder.FollowUpAsync(message, _cancellationToken);
    }

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private Task RespondAsync(OutgoingMessage message) => RespondFirstAsync(
        timeout => _target.IsUpdate && FitsTarget(message)
            ? Responder.UpdateAsync(message, timeout, _cancellationToken)
            : Responder.RespondAsync(WithPrivacy(message), timeout, _cancellationToken));

    private async Task RespondFirstAsync(Func<TimeSpan, Task> respond)
    {
        var timeout = Remaining;
        if (timeout <= TimeSpan.Zero)
            throw new DiscordUnavailableException("The answer was ready too late for Discord");
        try
        {
            await respond(timeout);
        }
        catch (RequestRefusedException e) when (e.Code == RequestRefusedException.AlreadyAcknowledged)
        {
            // An earlier attempt succeeded, although its response was lost.
        }
    }

    private async Task RespondAfterAsync(Task deferring, OutgoingMessage message)
    {
        await deferring;
        if (FitsTarget(message))
        {
            await Responder.EditResponseAsync(message, _cancellationToken);
            return;
        }

        // Everyone sees that the bot is thinking, and would also see the message that replaces that.
        if (!_target.IsUpdate) await DeleteResponseAsync();
        await Responder.FollowUpAsync(WithPrivacy(message), _cancellationToken);
    }

    private async Task DeleteResponseAsync()
    {
        try
        {
            await Responder.DeleteResponseAsync(_cancellationToken);
        }
        catch (RequestRefusedException e) when (e.Code == RequestRefusedException.UnknownMessage)
        {
            // An earlier attempt succeeded, although its response was lost.
        }
    }

    // A private message can't replace a public one, and a follow-up replaces nothing.
    private bool FitsTarget(OutgoingMessage message) =>
        !(_target.IsUpdate && message.IsFollowUp) && (_target.IsPrivate || !message.IsPrivate);

    private OutgoingMessage WithPrivacy(OutgoingMessage message) =>
        message with { IsPrivate = _target.IsPrivate || message.IsPrivate };

    private void Defer()
    {
        Action? onDeferred;
        lock (_sync)
        {
            if (_isAnswered || _deferring is not null) return;
            _deferring = DeferAsync();
            onDeferred = _onDeferred;
        }

        onDeferred?.Invoke();
    }

    private async Task DeferAsync()
    {
        var deferral = _target switch
        {
            { IsUpdate: true } => Deferral.Update,
            { IsPrivate: true } => Deferral.Private,
            _ => Deferral.Public,
        };
        var timeout = Remaining;
        try
        {
            await Responder.DeferAsync(deferral, timeout > MinTimeout ? timeout : MinTimeout, _cancellationToken);
        }
        catch (RequestRefusedException e) when (e.Code == RequestRefusedException.AlreadyAcknowledged)
        {
            // An earlier attempt succeeded, although its response was lost.
        }
        catch (DiscordUnavailableException)
        {
            // It may have arrived. If not, Discord refuses the answer that follows, which is logged.
        }
    }
}
