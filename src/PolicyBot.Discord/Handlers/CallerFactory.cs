using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Permissions;

namespace PolicyBot.Discord.Handlers;

/// <summary>Creates callers from Discord's users.</summary>
internal static class CallerFactory
{
    private const ulong ManagePermissions = PermissionBits.Administrator | PermissionBits.ManageGuild;

    public static Caller Create(Interaction interaction)
    {
        var canManage = interaction.GuildId is not null && (interaction.Permissions & ManagePermissions) != 0;
        return Create(interaction.UserId, interaction.GuildId, canManage);
    }

    /// <summary>Creates the caller of a message, with which Discord sends no permissions.</summary>
    public static Caller Create(IncomingMessage message) =>
        Create(message.AuthorId, message.GuildId, canManage: false);

    private static Caller Create(ulong user, ulong? guild, bool canManage) =>
        new(Snowflake.Format(user), guild is { } id ? Snowflake.Format(id) : null, canManage);
}
