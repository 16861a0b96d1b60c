using System.Globalization;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Permissions;

namespace PolicyBot.Discord.Handlers;

/// <summary>Discord’s users as callers of commands.</summary>
internal static class CallerFactory
{
    /// <summary>Whoever did something with the bot’s commands, buttons or menus.</summary>
    public static Caller Create(Interaction interaction)
    {
        var mayManage = interaction.GuildId is not null && (interaction.Permissions & (PermissionBits.Administrator | PermissionBits.ManageGuild)) != 0;
        return new Caller(Text(interaction.UserId), interaction.GuildId is { } guild ? Text(guild) : null, mayManage);
    }

    /// <summary>Whoever wrote to the bot; what they may do, Discord does not say then.</summary>
    public static Caller Create(IncomingMessage message) => new(Text(message.AuthorId), message.GuildId is { } guild ? Text(guild) : null, CanManageServer: false);

    private static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
