namespace PolicyBot.FakeDiscord.World;

/// <summary>
/// Where the bot is and what it may do there: the guilds it was removed from, its roles, the overwrites of channels,
/// and who takes no direct messages of it. It has a lock of its own, and calls nothing with it held.
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

    /// <summary>Whether it was there.</summary>
    public bool Leave(ulong guildId)
    {
        lock (_gate)
            return _leftGuilds.Add(guildId);
    }

    /// <summary>Whether it was not there.</summary>
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

    /// <summary>What everyone may do in a guild.</summary>
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

    /// <summary>
    /// Puts an overwrite in place of the one of the same role or member; one that says nothing takes it away.
    /// </summary>
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

    /// <summary>A channel is gone.</summary>
    public void RemoveChannel(DiscordChannel channel)
    {
        lock (_gate)
        {
            _overwrites.Remove(channel.Id);
            if (channel.GuildId is { } guildId && _systemChannels.GetValueOrDefault(guildId) == channel.Id)
                _systemChannels.Remove(guildId);
        }
    }

    /// <summary>What the bot may do in a guild, before its channels have their say.</summary>
    public ulong GetPermissions(ulong guildId)
    {
        lock (_gate)
            return GetGuildPermissions(guildId);
    }

    /// <summary>
    /// What the bot may do in a guild's channel. The channel's overwrites for everyone come first, then those for the
    /// bot's roles taken together, then the one for the bot itself; an administrator is not bound by them.
    /// </summary>
    public ulong GetPermissions(DiscordChannel channel)
    {
        if (channel.GuildId is not { } guildId)
            return DiscordUser.MemberPermissions;
        lock (_gate)
        {
            var allowed = GetGuildPermissions(guildId);
            if (allowed == PermissionBits.All || !_overwrites.TryGetValue(channel.Id, out var made))
                return allowed;
            var roleIds = _roles.TryGetValue(guildId, out var had) ? had.Select(role => role.Id).ToHashSet() : [];
            allowed = Apply(allowed, made.Where(overwrite => overwrite.Id == guildId));
            allowed = Apply(allowed, made.Where(overwrite => !overwrite.IsOfMember && roleIds.Contains(overwrite.Id)));
            return Apply(allowed, made.Where(overwrite => overwrite.Id == botId));
        }
    }

    /// <summary>Whether the bot has all those permissions in a channel; in direct messages it has.</summary>
    public bool HasPermissions(DiscordChannel channel, ulong permissions) =>
        channel.GuildId is null || (GetPermissions(channel) & permissions) == permissions;

    /// <summary>Whether the bot is in the channel's guild and sees the channel.</summary>
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
