using PolicyBot.Chat.BackgroundServices;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Handlers;

/// <summary>The connection to Discord, as background services see it.</summary>
internal sealed class DiscordPlatform(IDiscordConnection connection, BotIdentityProvider identity) : IPlatformConnection
{
    public Task WaitUntilConnectedAsync(CancellationToken cancellationToken) =>
        identity.Identity.WaitAsync(cancellationToken);

    public async Task<IReadOnlySet<string>> ListServersAsync(CancellationToken cancellationToken)
    {
        try
        {
            var guilds = await connection.GetGuildsAsync(cancellationToken);
            return guilds.Select(Snowflake.Format).ToHashSet(StringComparer.Ordinal);
        }
        catch (DiscordException e)
        {
            throw new PlatformUnavailableException(e.Message, e);
        }
    }
}
