namespace PolicyBot.FakeDiscord.World;

/// <summary>The message that another replies to, as it was then; null when it was gone already.</summary>
internal sealed record MessageReply(ulong MessageId, StoredMessage? Message);
