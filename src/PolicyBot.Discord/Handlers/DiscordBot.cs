using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.CommandRegistration;
using PolicyBot.Discord.RateLimiting;

namespace PolicyBot.Discord.Handlers;

/// <summary>The bot on Discord: takes events over, within the limits, and has them answered beside the reading of the connection.</summary>
public sealed class DiscordBot : IDiscordEventListener, IDisposable
{
    private static readonly TimeSpan DrainTimeout = TimeSpan.FromSeconds(10);

    private readonly IDiscordConnection _connection;
    private readonly CommandRegistrar _registrar;
    private readonly MessageRateLimiter _limit;
    private readonly BotIdentityProvider _identification;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly InteractionHandler _interactions;
    private readonly MessageHandler _messages;
    private readonly WorkQueue _work = new();
    private readonly CancellationTokenSource _abandoning = new();

    public DiscordBot(
        CommandDispatcher commands,
        IDiscordConnection connection,
        CommandRegistrar registrar,
        MessageRateLimiter limit,
        BotIdentityProvider identification,
        TimeProvider time,
        ILogger<DiscordBot> logger)
    {
        (_connection, _registrar, _limit, _identification, _time, _logger) = (connection, registrar, limit, identification, time, logger);
        var guarded = new GuardedCommands(commands, logger);
        _interactions = new InteractionHandler(guarded, identification.Identity, time, logger, _abandoning.Token);
        _messages = new MessageHandler(guarded, connection, identification.Identity, logger, _abandoning.Token);
    }

    /// <summary>Serves until told to stop.</summary>
    /// <exception cref="ConnectionRefusedException">Discord will never let it in.</exception>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var registering = RegisterAsync(ended.Token);
        try
        {
            await _connection.RunAsync(this, stopping);
        }
        finally
        {
            await ended.CancelAsync();
            await registering;
        }
    }

    public void OnReady(BotIdentity identity) => _identification.Set(identity);

    public void OnInteraction(Interaction interaction)
    {
        if (interaction.Data is InteractionData.Autocomplete typing)
        {
            _work.Start(_ => _interactions.OfferAsync(interaction, typing));
            return;
        }

        var tooMuch = _limit.Check(interaction.UserId, interaction.ChannelId, isToldToAll: false);
        if (tooMuch is RateLimitDecision.Denied) return;
        // From here on it is responded to in time, however long it waits for its turn.
        var answering = _interactions.Begin(interaction, NoticeOf(tooMuch));
        _work.Start(answering);
    }

    public void OnMessage(IncomingMessage message)
    {
        if (!message.IsFromPerson || !(message.IsDirect || message.MentionsBot || message.RepliesToBot)) return;
        // What cannot be read is answered once at most, so there is nothing to bound, or to warn of.
        var tooMuch = message.IsReadable ? _limit.Check(message.AuthorId, message.ChannelId, isToldToAll: true) : new RateLimitDecision.Allowed();
        if (tooMuch is not RateLimitDecision.Denied) _work.Start(place => _messages.AnswerAsync(message, NoticeOf(tooMuch), place));
    }

    public async Task DrainAsync()
    {
        try
        {
            await _work.DrainAsync().WaitAsync(DrainTimeout, _time);
        }
        catch (TimeoutException)
        {
            await _abandoning.CancelAsync();
        }
    }

    public void Dispose() => _abandoning.Dispose();

    private static Reply? NoticeOf(RateLimitDecision verdict) => verdict is RateLimitDecision.FirstDenied(var wait)
        ? Reply.Private($"That is more than I may answer at once. Please go on in {Math.Ceiling(wait.TotalSeconds):0} s; what you ask until then stays unanswered.")
        : null;

    private async Task RegisterAsync(CancellationToken stopping)
    {
        try
        {
            var identity = await _identification.Identity.WaitAsync(stopping);
            await _registrar.RegisterAsync(identity.ApplicationId, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped first.
        }
        catch (Exception e)
        {
            // The boundary of the registration: whatever is wrong with it, the bot serves on.
            HandlerLog.RegistrationFailed(_logger, e);
        }
    }
}
