namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>The used properties of a user.</summary>
internal sealed record UserPayload(ulong Id, string? Username = null, bool Bot = false, bool System = false);
