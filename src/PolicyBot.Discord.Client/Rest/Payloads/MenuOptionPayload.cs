namespace PolicyBot.Discord.Client.Rest.Payloads;

internal sealed record MenuOptionPayload(string Label, string Value);
