using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Replies;
using PolicyBot.Discord.Connecting;
using PolicyBot.Discord.Flooding;
using PolicyBot.Discord.Registering;

namespace PolicyBot.Discord.Serving;

/// <summary>The bot on Discord: takes events over, within the limits, and has them answered beside the reading of the connection.</summary>
internal sealed class DiscordBot : IDiscordEvents, IDisposable
{
    private static readonly TimeSpan DrainTimeout = TimeSpan.FromSeconds(10);

    private readonly IDiscordConnection connection;
    private readonly CommandRegistrar registrar;
    private readonly FloodLimit limit;
    private readonly Identification identification;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly InteractionAnswering interactions;
    private readonly MessageAnswering messages;
    private readonly OngoingWork work = new();
    private readonly CancellationTokenSource abandoning = new();

    public DiscordBot(
        CommandDispatcher commands,
        IDiscordConnection connection,
        CommandRegistrar registrar,
        FloodLimit limit,
        Identification identification,
        TimeProvider time,
        ILogger<DiscordBot> logger)
    {
        (this.connection, this.registrar, this.limit, this.identification, this.time, this.logger) = (connection, registrar, limit, identification, time, logger);
        var guarded = new GuardedCommands(commands, logger);
        interactions = new InteractionAnswering(guarded, identification.Identity, time, logger, abandoning.Token);
        messages = new MessageAnswering(guarded, connection, identification.Identity, logger, abandoning.Token);
    }

    /// <summary>Serves until told to stop.</summary>
    /// <exception cref="ConnectionRefusedException">Discord will never let it in.</exception>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var registering = RegisterAsync(ended.Token);
        try
        {
            await connection.RunAsync(this, stopping).ConfigureAwait(false);
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await registering.ConfigureAwait(false);
        }
    }

    public void OnReady(BotIdentity identity) => identification.Know(identity);

    public void OnInteraction(Interaction interaction)
    {
        if (interaction.Use is InteractionUse.Typing typing)
        {
            work.Start(_ => interactions.OfferAsync(interaction, typing));
            return;
        }

        var tooMuch = limit.Check(interaction.User, interaction.Channel, isToldToAll: false);
        if (tooMuch is FloodVerdict.Over) return;
        // From here on it is responded to in time, however long it waits for its turn.
        var answering = interactions.Begin(interaction, NoticeOf(tooMuch));
        work.Start(answering);
    }

    public void OnMessage(IncomingMessage message)
    {
        if (!message.IsFromPerson || !(message.IsDirect || message.MentionsBot || message.RepliesToBot)) return;
        // What cannot be read is answered once at most, so there is nothing to bound, or to warn of.
        var tooMuch = message.IsReadable ? limit.Check(message.Author, message.Channel, isToldToAll: true) : new FloodVerdict.Within();
        if (tooMuch is not FloodVerdict.Over) work.Start(place => messages.AnswerAsync(message, NoticeOf(tooMuch), place));
    }

    public async Task DrainAsync()
    {
        try
        {
            await work.DrainAsync().WaitAsync(DrainTimeout, time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await abandoning.CancelAsync().ConfigureAwait(false);
        }
    }

    public void Dispose() => abandoning.Dispose();

    private static Reply? NoticeOf(FloodVerdict verdict) => verdict is FloodVerdict.FirstOver(var wait)
        ? Reply.Aside($"That is more than I may answer at once. Please go on in {Math.Ceiling(wait.TotalSeconds):0} s; what you ask until then stays unanswered.")
        : null;

    private async Task RegisterAsync(CancellationToken stopping)
    {
        try
        {
            var identity = await identification.Identity.WaitAsync(stopping).ConfigureAwait(false);
            await registrar.RegisterAsync(identity.Application, stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped first.
        }
        catch (Exception e)
        {
            // The boundary of the registration: whatever is wrong with it, the bot serves on.
            ServingLog.RegistrationFailed(logger, e);
        }
    }
}
