namespace PolicyBot.Chat.Servers;

/// <summary>What the moderators of a server have set. The bot's own settings apply to the rest.</summary>
public sealed record ServerSettings
{
    /// <summary>The name of the first article that is served there, or null for the bot's own.</summary>
    public string? Article { get; init; }

    /// <summary>The names of the other articles that are served there, in the order in which they were added.</summary>
    public IReadOnlyList<string> MoreArticles { get; init; } = [];

    /// <summary>
    /// The names of the articles that are served in single channels instead, by the channel's id; at least one each.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ChannelArticles { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

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

    /// <summary>How the server has changed its sets; null if it hasn't. Not saved with the settings.</summary>
    public ServerRevision? Curation { get; init; }

    /// <summary>Whether some settings hold only in single channels.</summary>
    public bool HasChannels => ChannelArticles.Count > 0 || MentionChannels.Count > 0;

    /// <summary>Lists the names of the articles that are served in a channel, at least one, each once.</summary>
    /// <param name="channel">The channel's id; null for the server's own articles.</param>
    /// <param name="ownName">The name of the bot's own article.</param>
    public IReadOnlyList<string> ListArticles(string? channel, string ownName) =>
        channel is not null && ChannelArticles.TryGetValue(channel, out var names)
            ? names
            : MoreArticles.Count == 0
                ? [Article ?? ownName]
                : [.. MoreArticles.Prepend(Article ?? ownName).Distinct(StringComparer.Ordinal)];

    /// <summary>Returns the settings with other articles.</summary>
    /// <param name="channel">The channel whose articles they are; null for the server's own.</param>
    /// <param name="names">Their names; none only for a channel, which then has the server's articles.</param>
    public ServerSettings WithArticles(string? channel, IReadOnlyList<string> names)
    {
        if (channel is null) return this with { Article = names[0], MoreArticles = [.. names.Skip(1)] };
        var channels = ChannelArticles.ToDictionary(StringComparer.Ordinal);
        if (names.Count == 0) channels.Remove(channel);
        else channels[channel] = names;
        return this with { ChannelArticles = channels };
    }

    /// <summary>Whether all settings are the same.</summary>
    public bool Equals(ServerSettings? other) =>
        other is not null
        && (Article, IsPrivate, AnswerFrom, OfferFrom, Curation)
            == (other.Article, other.IsPrivate, other.AnswerFrom, other.OfferFrom, other.Curation)
        && MoreArticles.SequenceEqual(other.MoreArticles)
        && MentionChannels.SequenceEqual(other.MentionChannels)
        && ChannelArticles.Count == other.ChannelArticles.Count
        && ChannelArticles.All(
            c => other.ChannelArticles.TryGetValue(c.Key, out var names) && c.Value.SequenceEqual(names));

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Article, IsPrivate, AnswerFrom, OfferFrom, MoreArticles.Count, MentionChannels.Count);
}
