namespace PolicyBot.FakeDiscord.World;

/// <summary>An attachment of a message.</summary>
internal sealed record StoredAttachment(
    ulong Id, string FileName, string ContentType, byte[] Content, string? Description);
