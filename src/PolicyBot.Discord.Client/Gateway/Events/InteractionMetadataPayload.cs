namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>The used properties of the interaction that a message responds to.</summary>
internal sealed record InteractionMetadataPayload(UserPayload? User);
