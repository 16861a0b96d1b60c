using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Commands;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.CommandRegistration;

/// <summary>Registers the bot's commands with Discord, once per run.</summary>
/// <param name="commands">The commands.</param>
/// <param name="connection">The connection to Discord.</param>
/// <param name="options">Where to register them.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
public sealed partial class CommandRegistrar(
    CommandDispatcher commands,
    IDiscordConnection connection,
    CommandRegistrationOptions options,
    TimeProvider time,
    ILogger<CommandRegistrar> logger)
{
    private static readonly TimeSpan RefusedDelay = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan UnavailableDelay = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Registers the commands, and retries as often as necessary. Does nothing if another process registers them.
    /// </summary>
    /// <param name="application">The application's id.</param>
    /// <param name="stopping">Stops retrying.</param>
    public async Task RegisterAsync(ulong application, CancellationToken stopping)
    {
        var definitions = ApplicationCommands.Create(commands.Definitions);
        if (!options.IsOwn)
        {
            Log.LeftToOther(logger, definitions.Count);
            return;
        }

        while (true)
        {
            TimeSpan delay;
            try
            {
                var isChanged = await connection.RegisterCommandsAsync(
                    application, options.Guild, definitions, stopping);
                if (isChanged) Log.Registered(logger, definitions.Count);
                else Log.Unchanged(logger, definitions.Count);
                return;
            }
            catch (RequestRefusedException e)
            {
                delay = RefusedDelay;
                Log.Refused(logger, RefusedCommands.Describe(e, definitions), delay.TotalSeconds);
            }
            catch (DiscordException e)
            {
                delay = e is RateLimitedException limited ? limited.RetryAfter : UnavailableDelay;
                Log.Failed(logger, e.Message, delay.TotalSeconds);
            }

            await Task.Delay(delay, time, stopping);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3001, LogLevel.Information, "Registered {Count} commands.")]
        public static partial void Registered(ILogger logger, int count);

        [LoggerMessage(3002, LogLevel.Debug, "The {Count} commands are already registered.")]
        public static partial void Unchanged(ILogger logger, int count);

        [LoggerMessage(
            7303, LogLevel.Debug, "The process with shard 0 registers the {Count} commands.")]
        public static partial void LeftToOther(ILogger logger, int count);

        [LoggerMessage(
            3003,
            LogLevel.Error,
            "Failed to register the commands: {Reason}. The commands that are registered still work. "
            + "Retrying in {Seconds:0.0} s.")]
        public static partial void Refused(ILogger logger, string reason, double seconds);

        [LoggerMessage(
            3004, LogLevel.Warning, "Failed to register the commands: {Reason}. Retrying in {Seconds:0.0} s.")]
        public static partial void Failed(ILogger logger, string reason, double seconds);
    }
}
