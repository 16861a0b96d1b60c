namespace PolicyBot.Discord.Client.Gateway;

/// <summary>A session of a shard, which can outlast a connection.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ResumeUrl">The address to resume it at.</param>
/// <param name="BotId">The id of the bot's user in ASCII digits, as in JSON.</param>
internal sealed record ShardSession(string Id, Uri ResumeUrl, byte[] BotId)
{
    /// <summary>The number of the last event that was received.</summary>
    public int Sequence { get; set; }
}
