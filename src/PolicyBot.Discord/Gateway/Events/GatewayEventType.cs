namespace PolicyBot.Discord.Gateway.Events;

/// <summary>The events that the bot needs.</summary>
internal enum GatewayEventType
{
    None,
    Other,
    Ready,
    Resumed,
    InteractionCreate,
    MessageCreate,
}
