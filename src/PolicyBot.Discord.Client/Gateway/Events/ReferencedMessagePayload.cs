namespace PolicyBot.Discord.Client.Gateway.Events;

internal sealed record ReferencedMessagePayload(UserPayload? Author);
