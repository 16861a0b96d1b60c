using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Caching;
using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Permissions;
using PolicyBot.Discord.CommandRegistration;

namespace PolicyBot.Discord.Handlers;

/// <summary>
/// Decides who may use moderator commands, from what a guild's administrators set under Integrations. It reads that
/// when a decision needs it, and again after a change or a while. Thread-safe.
/// </summary>
/// <param name="connection">The connection to Discord.</param>
/// <param name="identity">The bot's identity.</param>
/// <param name="options">Where the commands are registered.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class CommandAccess(
    IDiscordConnection connection,
    Task<BotIdentity> identity,
    CommandRegistrationOptions options,
    TimeProvider time,
    ILogger logger)
{
    private const int MaxGuilds = 1000;

    // Discord tells of changes, except while the connection is interrupted.
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    // A response can wait for this without a deferral.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private readonly LruCache<ulong, Reading> _guilds = new(MaxGuilds);

    /// <summary>Returns what decides for an interaction; null outside of guilds.</summary>
    public ICommandPermissions? For(Interaction interaction) => interaction.GuildId is { } guild
        ? new InteractionPermissions(this, new CommandUse(
            guild,
            interaction.ThreadParentId ?? interaction.ChannelId,
            interaction.UserId,
            interaction.Roles,
            interaction.Permissions))
        : null;

    /// <summary>Reads a guild's settings again before the next decision.</summary>
    public void Forget(ulong guild) => _guilds.Remove(guild);

    private async ValueTask<bool> MayUseAsync(CommandUse use, string command, CancellationToken cancellationToken)
    {
        if ((use.Permissions & PermissionBits.Administrator) != 0) return true;
        var overwrites = await FindOverwritesAsync(use.Guild).WaitAsync(cancellationToken);
        // Without overwrites, Manage Server decides. So it does if they can't be read.
        return CommandPermissions.IsAllowed(use, overwrites?.Get(command) ?? [], overwrites?.OfApplication ?? []);
    }

    private Task<GuildCommandOverwrites?> FindOverwritesAsync(ulong guild)
    {
        if (_guilds.TryGet(guild, out var known)
            && time.GetElapsedTime(known.StartedAt) < (known.HasFailed ? RetryAfter : MaxAge))
            return known.Overwrites.Value;
        var reading = new Reading(time.GetTimestamp(), new(() => ReadAsync(guild)));
        _guilds.Put(guild, reading);
        return reading.Overwrites.Value;
    }

    // Null if they can't be read.
    private async Task<GuildCommandOverwrites?> ReadAsync(ulong guild)
    {
        try
        {
            var application = (await identity).ApplicationId;
            return await connection.GetCommandOverwritesAsync(
                application, guild, isGlobal: options.Guild is null, Timeout, CancellationToken.None);
        }
        catch (DiscordException e)
        {
            Log.NotRead(logger, guild, e.Message);
            return null;
        }
    }

    private sealed record Reading(long StartedAt, Lazy<Task<GuildCommandOverwrites?>> Overwrites)
    {
        public bool HasFailed => Overwrites.Value is { IsCompletedSuccessfully: true, Result: null };
    }

    private sealed class InteractionPermissions(CommandAccess access, CommandUse use) : ICommandPermissions
    {
        public ValueTask<bool> MayUseAsync(string command, CancellationToken cancellationToken) =>
            access.MayUseAsync(use, command, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(
            4010,
            LogLevel.Warning,
            "Failed to read who may use the commands in server {Server}: {Reason}. Until that can be read, moderator "
                + "commands require Manage Server.")]
        public static partial void NotRead(ILogger logger, ulong server, string reason);
    }
}
