namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>Who may be pinged: nobody, said with every message and every edit.</summary>
internal sealed record AllowedMentionsPayload(IReadOnlyList<string> Parse, bool? RepliedUser)
{
    public static AllowedMentionsPayload None { get; } = new([], null);

    /// <summary>The same, of a message that replies to another.</summary>
    public static AllowedMentionsPayload NoneInReply { get; } = new([], false);
}
