namespace PolicyBot.FakeDiscord.World;

/// <summary>A snapshot of the message that another one replies to; null if it was already deleted.</summary>
internal sealed record MessageReply(ulong MessageId, StoredMessage? Message);
