namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>An object of which only the id is used.</summary>
internal sealed record IdPayload(ulong Id);
