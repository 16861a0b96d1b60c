using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>An embed of a message.</summary>
internal sealed record EmbedPayload
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public EmbedFooter? Footer { get; init; }

    public EmbedImage? Image { get; init; }

    public int? Color { get; init; }

    public static EmbedPayload From(Embed embed) => new()
    {
        Title = embed.Title,
        Description = embed.Description,
        Footer = embed.Footer is { } footer ? new EmbedFooter(footer) : null,
        Image = embed.ImageUrl is { } url ? new EmbedImage(url) : null,
        Color = embed.Color,
    };

    internal sealed record EmbedFooter(string Text);

    internal sealed record EmbedImage(string Url);
}
