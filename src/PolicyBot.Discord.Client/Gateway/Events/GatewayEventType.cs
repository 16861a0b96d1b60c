namespace PolicyBot.Discord.Client.Gateway.Events;

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
