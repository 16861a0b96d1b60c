namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>Whom a message pings: nobody. It is part of every message and every edit.</summary>
internal sealed record AllowedMentionsPayload(IReadOnlyList<string> Parse, bool? RepliedUser)
{
    public static AllowedMentionsPayload None { get; } = new([], null);

    /// <summary>The same for a reply, which also doesn't ping the author of the original message.</summary>
    public static AllowedMentionsPayload NoneInReply { get; } = new([], false);
}
