namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>The used properties of the message that another one replies to.</summary>
internal sealed record ReferencedMessagePayload(UserPayload? Author);
