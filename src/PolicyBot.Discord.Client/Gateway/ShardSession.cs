namespace PolicyBot.Discord.Client.Gateway;

/// <summary>A session of a shard, which outlives its connections.</summary>
/// <param name="Id">Discord's name for it.</param>
/// <param name="ResumeUrl">Where to go on with it.</param>
/// <param name="User">The bot user's id, as it stands in JSON.</param>
internal sealed record ShardSession(string Id, Uri ResumeUrl, byte[] User)
{
    /// <summary>The number of the last event that was read.</summary>
    public int Sequence { get; set; }
}
