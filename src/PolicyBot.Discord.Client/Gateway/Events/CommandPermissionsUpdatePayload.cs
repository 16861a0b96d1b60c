namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>The used properties of APPLICATION_COMMAND_PERMISSIONS_UPDATE.</summary>
internal sealed record CommandPermissionsUpdatePayload(ulong GuildId);
