using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Handlers;

/// <summary>
/// Sees to it that an interaction is responded to within the three seconds that Discord gives it from its receipt: with the answer, or where that is
/// not there in time, with word that it is being worked on.
/// </summary>
internal sealed class DeferringResponder : IAsyncDisposable
{
    /// <summary>How long Discord waits for the first response, from the receipt.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    // Late enough for nearly every answer, early enough for a slow network.
    private static readonly TimeSpan DeferAfter = TimeSpan.FromSeconds(1.5);

    private readonly Interaction _interaction;
    private readonly ResponseTarget _place;
    private readonly TimeProvider _time;
    private readonly CancellationToken _cancellationToken;
    private readonly Lock _sync = new();
    private readonly ITimer _timer;
    private bool _isAnswered;
    private Task? _deferral;
    private Action? _onDeferred;

    /// <summary>Begins to watch over an interaction.</summary>
    /// <param name="interaction">The interaction.</param>
    /// <param name="place">Where the answer goes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public DeferringResponder(Interaction interaction, ResponseTarget place, TimeProvider time, CancellationToken cancellationToken)
    {
        (_interaction, _place, _time, _cancellationToken) = (interaction, place, time, cancellationToken);
        var due = DeferAfter - Elapsed;
        _timer = time.CreateTimer(static self => ((DeferringResponder)self!).Defer(), this, due > TimeSpan.Zero ? due : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private Deferral Deferral => _place switch
    {
        { IsInPlace: true } => Deferral.Update,
        { IsPrivate: true } => Deferral.Private,
        _ => Deferral.Public,
    };

    private TimeSpan Elapsed => _time.GetElapsedTime(_interaction.ReceivedAt);

    /// <summary>Has something done when it is deferred, or at once where it is already.</summary>
    public void OnDeferred(Action action)
    {
        lock (_sync)
        {
            _onDeferred = action;
            if (_deferral is null) return;
        }

        action();
    }

    /// <summary>Sends the answer.</summary>
    /// <param name="messages">Its messages, at least one.</param>
    /// <exception cref="DiscordException">It could not be sent.</exception>
    public async Task AnswerAsync(IReadOnlyList<OutgoingMessage> messages)
    {
        Task? deferred;
        lock (_sync) (_isAnswered, deferred) = (true, _deferral);
        if (deferred is null) await RespondAsync(messages[0]);
        else await AfterDeferralAsync(deferred, messages[0]);
        var isPrivate = _place.IsPrivate || messages[0].IsPrivate;
        foreach (var message in messages.Skip(1).Select(m => m with { IsPrivate = isPrivate })) await _interaction.Responder.FollowUpAsync(message, _cancellationToken);
    }

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private async Task RespondAsync(OutgoingMessage message)
    {
        var left = Limit - Elapsed;
        if (left <= TimeSpan.Zero) throw new DiscordUnavailableException("The answer was ready only after Discord had given up on it");
        try
        {
            await (_place.IsInPlace && Fits(message)
                ? _interaction.Responder.UpdateAsync(message, left, _cancellationToken)
                : _interaction.Responder.RespondAsync(message with { IsPrivate = _place.IsPrivate || message.IsPrivate }, left, _cancellationToken));
        }
        catch (RequestRefusedException e) when (e.Code == RequestRefusedException.AlreadyAcknowledged)
        {
            // An earlier try got through though its answer did not come back.
        }
    }

    // What is meant for one alone does not go where all see it, and what stands beside a message not in its place.
    private bool Fits(OutgoingMessage message) => !(_place.IsInPlace && message.IsFollowUp) && (_place.IsPrivate || !message.IsPrivate);

    private async Task AfterDeferralAsync(Task deferred, OutgoingMessage message)
    {
        await deferred;
        if (Fits(message))
        {
            await _interaction.Responder.EditResponseAsync(message, _cancellationToken);
            return;
        }

        // Everybody sees that the bot is working on it, and what takes that message's place everybody would see as well.
        if (!_place.IsInPlace) await DeleteResponseAsync();
        await _interaction.Responder.FollowUpAsync(message with { IsPrivate = _place.IsPrivate || message.IsPrivate }, _cancellationToken);
    }

    private async Task DeleteResponseAsync()
    {
        try
        {
            await _interaction.Responder.DeleteResponseAsync(_cancellationToken);
        }
        catch (RequestRefusedException e) when (e.Code == RequestRefusedException.UnknownMessage)
        {
            // An earlier try got through though its answer did not come back.
        }
    }

    private void Defer()
    {
        Action? deferred;
        lock (_sync)
        {
            if (_isAnswered || _deferral is not null) return;
            _deferral = DeferAsync();
            deferred = _onDeferred;
        }

        deferred?.Invoke();
    }

    private async Task DeferAsync()
    {
        try
        {
            var left = Limit - Elapsed;
            await _interaction.Responder.DeferAsync(Deferral, left > TimeSpan.FromMilliseconds(1) ? left : TimeSpan.FromMilliseconds(1), _cancellationToken);
        }
        catch (RequestRefusedException e) when (e.Code == RequestRefusedException.AlreadyAcknowledged)
        {
            // As in RespondAsync.
        }
    }
}
