namespace PolicyBot.Discord.Http.Payloads;

internal sealed record MenuOptionPayload(string Label, string Value);
