namespace PolicyBot.Discord.Gateway.Events;

internal sealed record ApplicationPayload(ulong Id);
