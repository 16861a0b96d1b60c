namespace PolicyBot.Discord.Client.Rest.Payloads;

internal sealed record EmbedFooterPayload(string Text);
