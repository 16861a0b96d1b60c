namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>
/// An event for the sessions of a guild's shard (shard 0 for direct messages) that asked for the intent (0 for all).
/// The data without content is for sessions without the message content intent; null if it is the same.
/// </summary>
internal sealed record GatewayEvent(byte[] Name, ulong? GuildId, int Intent, byte[] Data, byte[]? DataWithoutContent)
{
    public byte[] DataFor(int intents) =>
        DataWithoutContent is null || (intents & Intents.MessageContent) != 0 ? Data : DataWithoutContent;
}
