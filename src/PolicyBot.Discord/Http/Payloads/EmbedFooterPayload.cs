namespace PolicyBot.Discord.Http.Payloads;

internal sealed record EmbedFooterPayload(string Text);
