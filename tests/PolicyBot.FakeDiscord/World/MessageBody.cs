namespace PolicyBot.FakeDiscord.World;

/// <summary>
/// What of a message its author chooses. Embeds and components are JSON arrays, in the form that Discord gives them
/// out.
/// </summary>
internal sealed record MessageBody
{
    public static readonly byte[] NoItems = "[]"u8.ToArray();

    public string Content { get; init; } = "";

    public byte[] Embeds { get; init; } = NoItems;

    public byte[] Components { get; init; } = NoItems;

    public IReadOnlyList<StoredAttachment> Attachments { get; init; } = [];

    public int Flags { get; init; }

    /// <summary>Text that stands in components instead of the content; it pings as the content does.</summary>
    public string ComponentText { get; init; } = "";

    /// <summary>Nothing in it that a person could see.</summary>
    public bool IsEmpty =>
        string.IsNullOrWhiteSpace(Content) && Embeds.Length <= 2 && Components.Length <= 2 && Attachments.Count == 0;
}
