namespace PolicyBot.Discord.Testing.World;

/// <summary>
/// Where the bot is and what it may do there: the guilds it was removed from, its roles, the overwrites of channels, and who takes no
/// direct messages of it. It has a lock of its own, and calls nothing with it held.
/// </summary>
internal sealed class BotAccess(ulong botId)
{
    private readonly Lock gate = new();
    private readonly HashSet<ulong> leftGuilds = [];
    private readonly HashSet<ulong> refusingUsers = [];
    private readonly Dictionary<ulong, ulong> everyone = [];
    private readonly Dictionary<ulong, List<DiscordRole>> roles = [];
    private readonly Dictionary<ulong, List<PermissionOverwrite>> overwrites = [];
    private readonly Dictionary<ulong, ulong> systemChannels = [];

    public bool IsIn(ulong guildId)
    {
        lock (gate)
            return !leftGuilds.Contains(guildId);
    }

    /// <summary>Whether it was there.</summary>
    public bool Leave(ulong guildId)
    {
        lock (gate)
            return leftGuilds.Add(guildId);
    }

    /// <summary>Whether it was not there.</summary>
    public bool Join(ulong guildId)
    {
        lock (gate)
            return leftGuilds.Remove(guildId);
    }

    public bool IsRefusedBy(ulong userId)
    {
        lock (gate)
            return refusingUsers.Contains(userId);
    }

    public void SetRefused(ulong userId, bool isRefused)
    {
        lock (gate)
        {
            if (isRefused)
                refusingUsers.Add(userId);
            else
                refusingUsers.Remove(userId);
        }
    }

    public ulong? SystemChannelOf(ulong guildId)
    {
        lock (gate)
            return systemChannels.TryGetValue(guildId, out var channel) ? channel : null;
    }

    public void SetSystemChannel(ulong guildId, ulong? channelId)
    {
        lock (gate)
        {
            if (channelId is { } known)
                systemChannels[guildId] = known;
            else
                systemChannels.Remove(guildId);
        }
    }

    /// <summary>What everyone may do in a guild.</summary>
    public ulong EveryoneIn(ulong guildId)
    {
        lock (gate)
            return everyone.GetValueOrDefault(guildId, DiscordUser.MemberPermissions);
    }

    public void SetEveryone(ulong guildId, ulong permissions)
    {
        lock (gate)
            everyone[guildId] = permissions;
    }

    public IReadOnlyList<DiscordRole> RolesIn(ulong guildId)
    {
        lock (gate)
            return roles.TryGetValue(guildId, out var had) ? [.. had] : [];
    }

    public void Give(DiscordRole role)
    {
        lock (gate)
        {
            if (!roles.TryGetValue(role.GuildId, out var had))
                roles[role.GuildId] = had = [];
            had.Add(role);
        }
    }

    public IReadOnlyList<PermissionOverwrite> OverwritesOf(ulong channelId)
    {
        lock (gate)
            return overwrites.TryGetValue(channelId, out var made) ? [.. made] : [];
    }

    /// <summary>Puts an overwrite in place of the one of the same role or member; one that says nothing takes it away.</summary>
    public void Set(ulong channelId, PermissionOverwrite overwrite)
    {
        lock (gate)
        {
            if (!overwrites.TryGetValue(channelId, out var made))
                overwrites[channelId] = made = [];
            made.RemoveAll(other => other.Id == overwrite.Id);
            if ((overwrite.Allow | overwrite.Deny) != 0)
                made.Add(overwrite);
        }
    }

    /// <summary>A channel is gone.</summary>
    public void Forget(DiscordChannel channel)
    {
        lock (gate)
        {
            overwrites.Remove(channel.Id);
            if (channel.GuildId is { } guildId && systemChannels.GetValueOrDefault(guildId) == channel.Id)
                systemChannels.Remove(guildId);
        }
    }

    /// <summary>What the bot may do in a guild, before its channels have their say.</summary>
    public ulong PermissionsIn(ulong guildId)
    {
        lock (gate)
            return Base(guildId);
    }

    /// <summary>
    /// What the bot may do in a guild's channel. The channel's overwrites for everyone come first, then those for the bot's roles taken
    /// together, then the one for the bot itself; an administrator is not bound by them.
    /// </summary>
    public ulong PermissionsIn(DiscordChannel channel)
    {
        if (channel.GuildId is not { } guildId)
            return DiscordUser.MemberPermissions;
        lock (gate)
        {
            var allowed = Base(guildId);
            if (allowed == PermissionBits.All || !overwrites.TryGetValue(channel.Id, out var made))
                return allowed;
            var roleIds = roles.TryGetValue(guildId, out var had) ? had.Select(role => role.Id).ToHashSet() : [];
            allowed = Apply(allowed, made.Where(overwrite => overwrite.Id == guildId));
            allowed = Apply(allowed, made.Where(overwrite => !overwrite.IsOfMember && roleIds.Contains(overwrite.Id)));
            return Apply(allowed, made.Where(overwrite => overwrite.Id == botId));
        }
    }

    /// <summary>Whether the bot has all those permissions in a channel; in direct messages it has.</summary>
    public bool May(DiscordChannel channel, ulong permissions) =>
        channel.GuildId is null || (PermissionsIn(channel) & permissions) == permissions;

    /// <summary>Whether the bot is in the channel's guild and sees the channel.</summary>
    public bool Sees(DiscordChannel channel) =>
        channel.GuildId is not { } guildId || IsIn(guildId) && May(channel, PermissionBits.ViewChannel);

    private static ulong Apply(ulong allowed, IEnumerable<PermissionOverwrite> group)
    {
        var (allow, deny) = (0UL, 0UL);
        foreach (var overwrite in group)
            (allow, deny) = (allow | overwrite.Allow, deny | overwrite.Deny);
        return allowed & ~deny | allow;
    }

    private ulong Base(ulong guildId)
    {
        var allowed = everyone.GetValueOrDefault(guildId, DiscordUser.MemberPermissions);
        if (roles.TryGetValue(guildId, out var had))
            allowed = had.Aggregate(allowed, (sum, role) => sum | role.Permissions);
        return (allowed & PermissionBits.Administrator) == 0 ? allowed : PermissionBits.All;
    }
}
