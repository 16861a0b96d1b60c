namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>Something of which the id alone is read.</summary>
internal sealed record IdPayload(ulong Id);
