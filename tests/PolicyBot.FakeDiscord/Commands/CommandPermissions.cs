using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Commands;

/// <summary>
/// What administrators set for the bot's commands in their guilds, by the id of the command, or of the application for
/// all commands. Has its own lock.
/// </summary>
internal sealed class CommandPermissions(DiscordWorld world)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(ulong Guild, ulong Id), IReadOnlyList<CommandOverwrite>> _all = [];

    /// <summary>Replaces the overwrites of a command, or of the application.</summary>
    public void Set(ulong guildId, ulong id, IReadOnlyList<CommandOverwrite> overwrites)
    {
        lock (_gate)
        {
            if (overwrites.Count > 0)
                _all[(guildId, id)] = overwrites;
            else
                _all.Remove((guildId, id));
        }
    }

    public IReadOnlyList<(ulong Id, IReadOnlyList<CommandOverwrite> Overwrites)> List(ulong guildId)
    {
        lock (_gate)
            return [.. _all.Where(pair => pair.Key.Guild == guildId).Select(pair => (pair.Key.Id, pair.Value))];
    }

    /// <summary>Whether Discord's client offers a command to a user in a channel.</summary>
    public bool IsOffered(RegisteredCommand command, DiscordChannel channel, DiscordUser user)
    {
        if (channel.GuildId is not { } guildId || (user.Permissions & PermissionBits.Administrator) != 0)
            return true;
        var (own, general) = (Get(guildId, command.Id), Get(guildId, world.Bot.ApplicationId));
        foreach (var (id, list) in new[]
        {
            (channel.Id, own), (guildId - 1, own), (channel.Id, general), (guildId - 1, general),
        })
        {
            if (list.FirstOrDefault(o => o.Type == CommandOverwrite.Channel && o.Id == id) is not { } found)
                continue;
            if (!found.IsAllowed)
                return false;
            break;
        }

        if (FindForUser(own, guildId, user) is { } isAllowed)
            return isAllowed;
        return FindForUser(general, guildId, user) != false && HasDefault(user, command.RequiredPermissions);
    }

    private static bool? FindForUser(IReadOnlyList<CommandOverwrite> overwrites, ulong guildId, DiscordUser user)
    {
        if (overwrites.FirstOrDefault(o => o.Type == CommandOverwrite.User && o.Id == user.Id) is { } ofUser)
            return ofUser.IsAllowed;
        var ofRoles = overwrites.Where(o => o.Type == CommandOverwrite.Role && user.RoleIds.Contains(o.Id)).ToList();
        if (ofRoles.Count > 0)
            return ofRoles.Exists(o => o.IsAllowed);
        return overwrites.FirstOrDefault(o => o.Type == CommandOverwrite.Role && o.Id == guildId)?.IsAllowed;
    }

    private static bool HasDefault(DiscordUser user, ulong? needed) =>
        needed is not { } bits || bits != 0 && (user.Permissions & bits) == bits;

    private IReadOnlyList<CommandOverwrite> Get(ulong guildId, ulong id)
    {
        lock (_gate)
            return _all.GetValueOrDefault((guildId, id)) ?? [];
    }
}
