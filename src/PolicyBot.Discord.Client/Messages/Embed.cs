namespace PolicyBot.Discord.Client.Messages;

/// <summary>
/// An embed. Lengths are in UTF-16 code units, of which a text never has fewer than characters as Discord counts them.
/// </summary>
public sealed record Embed
{
    /// <summary>At most 256, Markdown.</summary>
    public string? Title { get; init; }

    /// <summary>At most 4096, Markdown.</summary>
    public string? Description { get; init; }

    /// <summary>At most 2048, plain text.</summary>
    public string? Footer { get; init; }

    /// <summary>The name of the message's file that is shown as the image, or null.</summary>
    public string? ImageFileName { get; init; }

    /// <summary>The address of the image, or null.</summary>
    public string? ImageUrl => ImageFileName is { } name ? $"attachment://{name}" : null;

    /// <summary>The color of its border as 0xRRGGBB, or null for Discord's default.</summary>
    public int? Color { get; init; }

    /// <summary>What counts towards the 6000 of a message.</summary>
    public int Length => (Title?.Length ?? 0) + (Description?.Length ?? 0) + (Footer?.Length ?? 0);
}
