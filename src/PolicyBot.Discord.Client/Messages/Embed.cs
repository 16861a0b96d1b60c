namespace PolicyBot.Discord.Client.Messages;

/// <summary>An embed. Lengths are in UTF-16 code units, which are never fewer than the characters that Discord counts.</summary>
public sealed record Embed
{
    /// <summary>At most 256, Markdown.</summary>
    public string? Title { get; init; }

    /// <summary>At most 4096, Markdown.</summary>
    public string? Description { get; init; }

    /// <summary>At most 2048; Markdown is not read in it.</summary>
    public string? Footer { get; init; }

    /// <summary>The name of the message's file that it shows as its picture, or null.</summary>
    public string? ImageFileName { get; init; }

    /// <summary>What counts towards the 6000 of a message.</summary>
    public int Length => (Title?.Length ?? 0) + (Description?.Length ?? 0) + (Footer?.Length ?? 0);
}
