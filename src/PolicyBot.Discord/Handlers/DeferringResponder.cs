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

    /// <summary>
    /// When an interaction is deferred if few others wait: late enough for nearly every answer, and early enough for a
    /// slow network.
    /// </summary>
    public static readonly TimeSpan DeferAfter = TimeSpan.FromSeconds(1.5);

    // With less time left, Discord would hardly get a deferral in time, and others would wait for it.
    private static readonly TimeSpan MinTimeout = TimeSpan.FromSeconds(0.25);

    private readonly Interaction _interaction;
    private readonly ResponseTarget _target;
    private readonly DeferralQueue _deferrals;
    private readonly TimeProvider _time;
    private readonly CancellationToken _cancellationToken;
    private readonly Lock _sync = new();
    private readonly ITimer _timer;
    private bool _isAnswered;
    private Task<bool>? _deferring;
    private Action? _onSlow;

    /// <summary>Creates a responder.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="target">Where the answer goes.</param>
    /// <param name="deferrals">Sends the deferral.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    public DeferringResponder(
        Interaction interaction,
        ResponseTarget target,
        DeferralQueue deferrals,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        (_interaction, _target, _deferrals) = (interaction, target, deferrals);
        (_time, _cancellationToken) = (time, cancellationToken);
        _timer = time.CreateTimer(
            static self => ((DeferringResponder)self!).OnTimer(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
    }

    private IInteractionResponder Responder => _interaction.Responder;

    /// <summary>
    /// Makes sure that the interaction is deferred in time if it isn't answered first. If the bot has too much to do,
    /// this defers it at once.
    /// </summary>
    /// <param name="waiting">How many pieces of work wait for a slot.</param>
    public void DeferInTime(int waiting)
    {
        var delay = GetRemaining(_deferrals.GetDelay(waiting));
        if (delay > TimeSpan.Zero) _timer.Change(delay, Timeout.InfiniteTimeSpan);
        else Defer();
    }

    /// <summary>Call it before working on the answer. It lets deferrals that wait for their turn go first.</summary>
    /// <param name="onSlow">Is called if the answer takes long, so that other work can start.</param>
    /// <returns>Whether there is still time for an answer.</returns>
    /// <exception cref="DiscordException">Discord refused the deferral.</exception>
    public async ValueTask<bool> BeginAsync(Action onSlow)
    {
        Task<bool>? deferring;
        lock (_sync) (_onSlow, deferring) = (onSlow, _deferring);
        if (deferring is not null) _timer.Change(DeferAfter, Timeout.InfiniteTimeSpan);
        await _deferrals.WaitUntilEmptyAsync(_cancellationToken);
        lock (_sync) deferring = _deferring;
        if (deferring is not null) return await deferring;
        // It no longer waits with the others, so it isn't deferred unless its own answer is slow.
        var delay = GetRemaining(DeferAfter);
        _timer.Change(delay > TimeSpan.Zero ? delay : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        return GetRemaining(Limit) > TimeSpan.Zero;
    }

    /// <summary>Sends the answer.</summary>
    /// <param name="reply">The answer. Its modal opens only if the interaction isn't deferred yet.</param>
    /// <exception cref="DiscordException">It couldn't be sent.</exception>
    public async Task AnswerAsync(RenderedReply reply)
    {
        Task<bool>? deferring;
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

    private static DiscordUnavailableException CreateTooLate() => new("The answer was ready too late for Discord");

    private async Task RespondFirstAsync(Func<TimeSpan, Task> respond)
    {
        var timeout = GetRemaining(Limit);
        if (timeout <= TimeSpan.Zero) throw CreateTooLate();
        try
        {
            await respond(timeout);
        }
        catch (RequestRefusedException e) when (e.Code == RequestRefusedException.AlreadyAcknowledged)
        {
            // An earlier attempt succeeded, although its response was lost.
        }
    }

    private async Task RespondAfterAsync(Task<bool> deferring, OutgoingMessage message)
    {
        if (!await deferring) throw CreateTooLate();
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

    private TimeSpan GetRemaining(TimeSpan limit) => limit - _time.GetElapsedTime(_interaction.ReceivedAt);

    private void Defer()
    {
        lock (_sync)
        {
            if (!_isAnswered) _deferring ??= _deferrals.RunAsync(_interaction.ReceivedAt, DeferAsync);
        }
    }

    private void OnTimer()
    {
        Defer();
        Action? onSlow;
        lock (_sync) onSlow = _onSlow;
        onSlow?.Invoke();
    }

    // Returns whether an answer can follow.
    private async Task<bool> DeferAsync()
    {
        var timeout = GetRemaining(Limit);
        if (timeout < MinTimeout) return false;
        var deferral = _target switch
        {
            { IsUpdate: true } => Deferral.Update,
            { IsPrivate: true } => Deferral.Private,
            _ => Deferral.Public,
        };
        try
        {
            await Responder.DeferAsync(deferral, timeout, _cancellationToken);
        }
        catch (RequestRefusedException e) when (e.Code == RequestRefusedException.AlreadyAcknowledged)
        {
            // An earlier attempt succeeded, although its response was lost.
        }
        catch (DiscordUnavailableException)
        {
            // It may have arrived. If not, Discord refuses the answer that follows, which is logged.
            _deferrals.ResetPace();
        }

        return true;
    }
}
