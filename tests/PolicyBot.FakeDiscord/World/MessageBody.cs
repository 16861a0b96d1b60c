namespace PolicyBot.FakeDiscord.World;

/// <summary>
/// The part of a message that its author chooses. Embeds and components are JSON arrays in the form that Discord
/// returns.
/// </summary>
internal sealed record MessageBody
{
    public static readonly byte[] NoItems = "[]"u8.ToArray();

    public string Content { get; init; } = "";

    public byte[] Embeds { get; init; } = NoItems;

    public byte[] Components { get; init; } = NoItems;

    public IReadOnlyList<StoredAttachment> Attachments { get; init; } = [];

    public int Flags { get; init; }

    /// <summary>Text in components instead of the content; it pings like content.</summary>
    public string ComponentText { get; init; } = "";

    /// <summary>Whether it contains nothing visible.</summary>
    public bool IsEmpty =>
        string.IsNullOrWhiteSpace(Content) && Embeds.Length <= 2 && Components.Length <= 2 && Attachments.Count == 0;
}
