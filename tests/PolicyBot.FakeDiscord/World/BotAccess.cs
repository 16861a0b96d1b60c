namespace PolicyBot.FakeDiscord.World;

/// <summary>
/// The bot's guilds and permissions: the guilds it was removed from, its roles, overwrites of channels, and users who
/// refuse its direct messages. Has its own lock and calls nothing while holding it.
/// </summary>
internal sealed class BotAccess(ulong botId)
{
    private readonly Lock _gate = new();
    private readonly HashSet<ulong> _leftGuilds = [];
    private readonly HashSet<ulong> _refusingUsers = [];
    private readonly Dictionary<ulong, ulong> _everyone = [];
    private readonly Dictionary<ulong, List<DiscordRole>> _roles = [];
    private readonly Dictionary<ulong, List<PermissionOverwrite>> _overwrites = [];
    private readonly Dictionary<ulong, ulong> _systemChannels = [];

    public bool IsInGuild(ulong guildId)
    {
        lock (_gate)
            return !_leftGuilds.Contains(guildId);
    }

    /// <summary>Returns whether the bot was in the guild.</summary>
    public bool Leave(ulong guildId)
    {
        lock (_gate)
            return _leftGuilds.Add(guildId);
    }

    /// <summary>Returns whether the bot was not in the guild.</summary>
    public bool Join(ulong guildId)
    {
        lock (_gate)
            return _leftGuilds.Remove(guildId);
    }

    public bool RefusesDirectMessages(ulong userId)
    {
        lock (_gate)
            return _refusingUsers.Contains(userId);
    }

    public void SetRefusesDirectMessages(ulong userId, bool isRefused)
    {
        lock (_gate)
        {
            if (isRefused)
                _refusingUsers.Add(userId);
            else
                _refusingUsers.Remove(userId);
        }
    }

    public ulong? GetSystemChannel(ulong guildId)
    {
        lock (_gate)
            return _systemChannels.TryGetValue(guildId, out var channel) ? channel : null;
    }

    public void SetSystemChannel(ulong guildId, ulong? channelId)
    {
        lock (_gate)
        {
            if (channelId is { } known)
                _systemChannels[guildId] = known;
            else
                _systemChannels.Remove(guildId);
        }
    }

    /// <summary>Everyone's permissions in a guild.</summary>
    public ulong GetEveryonePermissions(ulong guildId)
    {
        lock (_gate)
            return _everyone.GetValueOrDefault(guildId, DiscordUser.MemberPermissions);
    }

    public void SetEveryonePermissions(ulong guildId, ulong permissions)
    {
        lock (_gate)
            _everyone[guildId] = permissions;
    }

    public IReadOnlyList<DiscordRole> GetRoles(ulong guildId)
    {
        lock (_gate)
            return _roles.TryGetValue(guildId, out var had) ? [.. had] : [];
    }

    public void AddRole(DiscordRole role)
    {
        lock (_gate)
        {
            if (!_roles.TryGetValue(role.GuildId, out var had))
                _roles[role.GuildId] = had = [];
            had.Add(role);
        }
    }

    public IReadOnlyList<PermissionOverwrite> GetOverwrites(ulong channelId)
    {
        lock (_gate)
            return _overwrites.TryGetValue(channelId, out var made) ? [.. made] : [];
    }

    /// <summary>Replaces the overwrite of the same role or member; an empty one removes it.</summary>
    public void SetOverwrite(ulong channelId, PermissionOverwrite overwrite)
    {
        lock (_gate)
        {
            if (!_overwrites.TryGetValue(channelId, out var made))
                _overwrites[channelId] = made = [];
            made.RemoveAll(other => other.Id == overwrite.Id);
            if ((overwrite.Allow | overwrite.Deny) != 0)
                made.Add(overwrite);
        }
    }

    /// <summary>Removes the overwrites of a deleted channel.</summary>
    public void RemoveChannel(DiscordChannel channel)
    {
        lock (_gate)
        {
            _overwrites.Remove(channel.Id);
            if (channel.GuildId is { } guildId && _systemChannels.GetValueOrDefault(guildId) == channel.Id)
                _systemChannels.Remove(guildId);
        }
    }

    /// <summary>The bot's permissions in a guild, before overwrites of channels.</summary>
    public ulong GetPermissions(ulong guildId)
    {
        lock (_gate)
            return GetGuildPermissions(guildId);
    }

    /// <summary>
    /// The bot's permissions in a channel of a guild. Overwrites for everyone apply first, then those for the bot's
    /// roles together, then the one for the bot itself; none apply to an administrator.
    /// </summary>
    public ulong GetPermissions(DiscordChannel channel)
    {
        if (channel.GuildId is not { } guildId)
            return DiscordUser.MemberPermissions;
        lock (_gate)
        {
            var allowed = GetGuildPermissions(guildId);
            // A thread has the overwrites of its channel.
            if (allowed == PermissionBits.All || !_overwrites.TryGetValue(channel.ParentId ?? channel.Id, out var made))
                return allowed;
            var roleIds = _roles.TryGetValue(guildId, out var had) ? had.Select(role => role.Id).ToHashSet() : [];
            allowed = Apply(allowed, made.Where(overwrite => overwrite.Id == guildId));
            allowed = Apply(allowed, made.Where(overwrite => !overwrite.IsOfMember && roleIds.Contains(overwrite.Id)));
            return Apply(allowed, made.Where(overwrite => overwrite.Id == botId));
        }
    }

    /// <summary>Whether the bot has all these permissions in a channel; always true in direct messages.</summary>
    public bool HasPermissions(DiscordChannel channel, ulong permissions) =>
        channel.GuildId is null || (GetPermissions(channel) & permissions) == permissions;

    /// <summary>Whether the bot is in the channel's guild and can see the channel.</summary>
    public bool CanSee(DiscordChannel channel) =>
        channel.GuildId is not { } guildId || IsInGuild(guildId) && HasPermissions(channel, PermissionBits.ViewChannel);

    private static ulong Apply(ulong allowed, IEnumerable<PermissionOverwrite> group)
    {
        var (allow, deny) = (0UL, 0UL);
        foreach (var overwrite in group)
            (allow, deny) = (allow | overwrite.Allow, deny | overwrite.Deny);
        return allowed & ~deny | allow;
    }

    private ulong GetGuildPermissions(ulong guildId)
    {
        var allowed = _everyone.GetValueOrDefault(guildId, DiscordUser.MemberPermissions);
        if (_roles.TryGetValue(guildId, out var had))
            allowed = had.Aggregate(allowed, (sum, role) => sum | role.Permissions);
        return (allowed & PermissionBits.Administrator) == 0 ? allowed : PermissionBits.All;
    }
}
