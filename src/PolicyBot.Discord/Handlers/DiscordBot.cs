using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Commands;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.CommandRegistration;
using PolicyBot.Discord.RateLimiting;
using PolicyBot.Discord.Telemetry;

namespace PolicyBot.Discord.Handlers;

/// <summary>
/// The bot on Discord: registers the commands, receives events, and passes them on to the handlers.
/// </summary>
public sealed partial class DiscordBot : IDiscordEventListener, IDisposable
{
    private static readonly TimeSpan DrainTimeout = TimeSpan.FromSeconds(10);

    private readonly IDiscordConnection _connection;
    private readonly CommandRegistrar _registrar;
    private readonly BotIdentityProvider _identityProvider;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CommandAccess _access;
    private readonly InteractionHandler _interactions;
    private readonly MessageHandler _messages;
    private readonly CancellationTokenSource _aborting = new();

    /// <summary>Creates the bot.</summary>
    /// <param name="commands">Runs the commands.</param>
    /// <param name="connection">The connection to Discord.</param>
    /// <param name="registrar">Registers the commands.</param>
    /// <param name="registration">Where the commands are registered.</param>
    /// <param name="limiter">Limits how much users can ask.</param>
    /// <param name="identityProvider">Gets the bot's identity when it is known.</param>
    /// <param name="metrics">Measures how long users wait.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public DiscordBot(
        CommandDispatcher commands,
        IDiscordConnection connection,
        CommandRegistrar registrar,
        CommandRegistrationOptions registration,
        MessageRateLimiter limiter,
        BotIdentityProvider identityProvider,
        DiscordMetrics metrics,
        TimeProvider time,
        ILogger<DiscordBot> logger)
    {
        _connection = connection;
        _registrar = registrar;
        _identityProvider = identityProvider;
        _time = time;
        _logger = logger;
        var identity = identityProvider.Identity;
        _access = new CommandAccess(connection, identity, registration, time, logger);
        _interactions = new InteractionHandler(
            commands, _access, limiter, identity, metrics, time, logger, _aborting.Token);
        var threads = new ThreadParents(connection, logger);
        _messages = new MessageHandler(
            commands, connection, limiter, identity, threads, metrics, time, logger, _aborting.Token);
    }

    /// <summary>Runs the bot until it is stopped.</summary>
    /// <exception cref="ConnectionRefusedException">Discord refused the connection for good.</exception>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var registering = RegisterCommandsAsync(ended.Token);
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

    /// <inheritdoc/>
    public void OnReady(BotIdentity identity) => _identityProvider.Set(identity);

    /// <inheritdoc/>
    public void OnInteraction(Interaction interaction)
    {
        if (interaction.Data is InteractionData.Autocomplete data) _interactions.HandleAutocomplete(interaction, data);
        else _interactions.Handle(interaction);
    }

    /// <inheritdoc/>
    public void OnMessage(IncomingMessage message)
    {
        if (message.IsFromPerson && (message.IsDirect || message.MentionsBot || message.RepliesToBot))
            _messages.Handle(message);
    }

    /// <inheritdoc/>
    public void OnCommandOverwritesChanged(ulong guild) => _access.Forget(guild);

    /// <inheritdoc/>
    public async Task DrainAsync()
    {
        try
        {
            await Task.WhenAll(_interactions.DrainAsync(), _messages.DrainAsync()).WaitAsync(DrainTimeout, _time);
        }
        catch (TimeoutException)
        {
            await _aborting.CancelAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _aborting.Dispose();

    private async Task RegisterCommandsAsync(CancellationToken stopping)
    {
        try
        {
            var identity = await _identityProvider.Identity.WaitAsync(stopping);
            await _registrar.RegisterAsync(identity.ApplicationId, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped before they were registered.
        }
        catch (Exception e)
        {
            // The boundary of the registration: the bot still answers the registered commands.
            Log.RegistrationFailed(_logger, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            4006, LogLevel.Error, "Failed to register the commands. Those already registered still work.")]
        public static partial void RegistrationFailed(ILogger logger, Exception exception);
    }
}
