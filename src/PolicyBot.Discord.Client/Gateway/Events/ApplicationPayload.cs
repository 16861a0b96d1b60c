namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>The used properties of an application.</summary>
internal sealed record ApplicationPayload(ulong Id);
