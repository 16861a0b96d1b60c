namespace PolicyBot.FakeDiscord.World;

/// <summary>A file of a message.</summary>
internal sealed record StoredAttachment(
    ulong Id, string FileName, string ContentType, byte[] Content, string? Description);
