namespace PolicyBot.Discord.Client.Gateway.Events;

internal sealed record UserPayload(ulong Id, string? Username = null, bool Bot = false, bool System = false);
