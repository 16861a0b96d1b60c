using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Commands;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.CommandRegistration;

/// <summary>Tells Discord of the bot's commands, once a run.</summary>
public sealed class CommandRegistrar(
    CommandDispatcher commands, IDiscordConnection connection, DiscordOptions options, TimeProvider time, ILogger<CommandRegistrar> logger)
{
    private static readonly TimeSpan RefusedDelay = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan UnavailableDelay = TimeSpan.FromSeconds(30);

    /// <summary>Registers the commands, however often it must try.</summary>
    /// <param name="application">The application's id.</param>
    /// <param name="stopping">Gives up.</param>
    public async Task RegisterAsync(ulong application, CancellationToken stopping)
    {
        var definitions = ApplicationCommands.Create(commands.Definitions);
        while (true)
        {
            TimeSpan delay;
            try
            {
                var isNew = await connection.RegisterCommandsAsync(application, options.DevelopmentGuild, definitions, stopping);
                if (isNew) CommandRegistrationLog.Registered(logger, definitions.Count);
                else CommandRegistrationLog.Unchanged(logger, definitions.Count);
                return;
            }
            catch (RequestRefusedException e)
            {
                delay = RefusedDelay;
                CommandRegistrationLog.Refused(logger, e.Message, delay.TotalSeconds);
            }
            catch (DiscordException e)
            {
                delay = e is RateLimitedException limited ? limited.RetryAfter : UnavailableDelay;
                CommandRegistrationLog.Failed(logger, e.Message, delay.TotalSeconds);
            }

            await Task.Delay(delay, time, stopping);
        }
    }
}
