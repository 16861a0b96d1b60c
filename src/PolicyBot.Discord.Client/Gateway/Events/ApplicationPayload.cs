namespace PolicyBot.Discord.Client.Gateway.Events;

internal sealed record ApplicationPayload(ulong Id);
