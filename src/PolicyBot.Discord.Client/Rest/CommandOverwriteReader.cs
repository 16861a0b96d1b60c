using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Rest.Payloads;

namespace PolicyBot.Discord.Client.Rest;

/// <summary>Reads the overwrites of the application's commands.</summary>
public static class CommandOverwriteReader
{
    /// <summary>Gets who may use the application's slash commands in a guild, besides the default.</summary>
    /// <param name="http">The HTTP API.</param>
    /// <param name="application">The application's id.</param>
    /// <param name="guild">The guild's id.</param>
    /// <param name="isGlobal">Whether the commands are registered globally, not in the guild.</param>
    /// <param name="timeout">The time limit, retries included.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <exception cref="DiscordException">They couldn't be read.</exception>
    public static async Task<GuildCommandOverwrites> ReadAsync(
        DiscordHttpClient http,
        ulong application,
        ulong guild,
        bool isGlobal,
        TimeSpan timeout,
        CancellationToken cancellationToken)
    {
        var commands = http.SendAsync(
            Routes.GetCommands(application, isGlobal ? null : guild) with { Timeout = timeout },
            DiscordJson.Default.IReadOnlyListCommandIdPayload,
            cancellationToken);
        var permissions = http.SendAsync(
            Routes.GetCommandPermissions(application, guild) with { Timeout = timeout },
            DiscordJson.Default.IReadOnlyListCommandPermissionsPayload,
            cancellationToken);
        await Task.WhenAll(commands, permissions);
        var byId = (await permissions).ToDictionary(p => p.Id, p => p.ToOverwrites());
        return new GuildCommandOverwrites(
            byId.GetValueOrDefault(application) ?? [],
            (await commands)
                .Where(c => c.IsSlashCommand && byId.ContainsKey(c.Id))
                .ToDictionary(c => c.Name, c => byId[c.Id], StringComparer.Ordinal));
    }
}
