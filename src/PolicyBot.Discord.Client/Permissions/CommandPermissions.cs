namespace PolicyBot.Discord.Client.Permissions;

/// <summary>Decides who may use a command, as Discord does.</summary>
public static class CommandPermissions
{
    /// <summary>
    /// Decides whether a member may use a command that needs Manage Server by default. Overwrites of the command take
    /// precedence over those of the whole application, which can deny it, but don't replace Manage Server.
    /// </summary>
    /// <param name="use">Who wants to use it, and where.</param>
    /// <param name="ofCommand">The command's overwrites.</param>
    /// <param name="ofApplication">The overwrites of the whole application.</param>
    public static bool IsAllowed(
        CommandUse use, IReadOnlyList<CommandOverwrite> ofCommand, IReadOnlyList<CommandOverwrite> ofApplication)
    {
        if ((use.Permissions & PermissionBits.Administrator) != 0) return true;
        var isChannelAllowed = FindForChannel(use, ofCommand) ?? FindForChannel(use, ofApplication);
        if (isChannelAllowed == false) return false;
        if (FindForMember(use, ofCommand) is { } isAllowed) return isAllowed;
        return FindForMember(use, ofApplication) != false && (use.Permissions & PermissionBits.ManageGuild) != 0;
    }

    private static bool? FindForChannel(CommandUse use, IReadOnlyList<CommandOverwrite> overwrites) =>
        Find(overwrites, CommandOverwriteKind.Channel, use.Channel)
        ?? Find(overwrites, CommandOverwriteKind.Channel, use.Guild - 1);

    // Among roles, allowing takes precedence over denying, and every role over everyone's.
    private static bool? FindForMember(CommandUse use, IReadOnlyList<CommandOverwrite> overwrites)
    {
        if (Find(overwrites, CommandOverwriteKind.Member, use.Member) is { } ofMember) return ofMember;
        var ofRoles = overwrites
            .Where(o => o.Kind == CommandOverwriteKind.Role && o.Id != use.Guild && use.Roles.Contains(o.Id))
            .ToList();
        return ofRoles.Count > 0
            ? ofRoles.Any(o => o.IsAllowed)
            : Find(overwrites, CommandOverwriteKind.Role, use.Guild);
    }

    private static bool? Find(IReadOnlyList<CommandOverwrite> overwrites, CommandOverwriteKind kind, ulong id) =>
        overwrites.FirstOrDefault(o => o.Kind == kind && o.Id == id)?.IsAllowed;
}
