namespace PolicyBot.Discord.Client.Gateway.Events;

internal sealed record InteractionMetadataPayload(UserPayload? User);
