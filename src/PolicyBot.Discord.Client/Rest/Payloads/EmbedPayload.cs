namespace PolicyBot.Discord.Client.Rest.Payloads;

internal sealed record EmbedPayload(string? Title, string? Description, EmbedFooterPayload? Footer, EmbedImagePayload? Image, int Color);
