namespace PolicyBot.Chat.Servers;

/// <summary>What the moderators of a server have set. The bot's own settings apply to the rest.</summary>
public sealed record ServerSettings
{
    /// <summary>The name of the article that is served there, or null for the bot's own.</summary>
    public string? Article { get; init; }

    /// <summary>Whether replies to commands are private unless the user asks for a public one.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The confidence, 0 to 1, from which the bot answers; null for the article's own.</summary>
    public double? AnswerFrom { get; init; }

    /// <summary>
    /// The confidence, 0 to <see cref="AnswerFrom"/>, from which the bot shows the closest question with its answer;
    /// null for the article's own.
    /// </summary>
    public double? OfferFrom { get; init; }

    /// <summary>The ids of the channels in which the bot answers mentions; empty for all channels.</summary>
    public IReadOnlyList<string> MentionChannels { get; init; } = [];
}
