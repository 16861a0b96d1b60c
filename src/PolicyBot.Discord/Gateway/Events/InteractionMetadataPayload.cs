namespace PolicyBot.Discord.Gateway.Events;

internal sealed record InteractionMetadataPayload(UserPayload? User);
