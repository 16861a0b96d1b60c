namespace PolicyBot.Discord.Gateway.Events;

internal sealed record ReferencedMessagePayload(UserPayload? Author);
