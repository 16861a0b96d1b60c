namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>The type of an event; <see cref="Other"/> for those that are ignored.</summary>
internal enum GatewayEventType
{
    None,
    Other,
    Ready,
    Resumed,
    InteractionCreate,
    MessageCreate,
    CommandPermissionsUpdate,
}
