
namespace PolicyBot.Chat.Servers;

/// <summary>What the moderators of a community have settled; what they have not is as the bot's own settings have it.</summary>
public sealed record ServerSettings
{
    /// <summary>The name of the article that is served there; null for the bot's own.</summary>
    public string? Article { get; init; }

    /// <summary>Whether answers to commands are private unless somebody wants one to be seen.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Confidence, 0 to 1, from which an answer is given; null for the article's own.</summary>
    public double? AnswerFrom { get; init; }

    /// <summary>
    /// Confidence, 0 to <see cref="AnswerFrom"/>, from which the closest question is shown with its answer; null for
    /// the article's own.
    /// </summary>
    public double? OfferFrom { get; init; }

    /// <summary>The channels in which mentions of the bot are answered, as the platform names them; empty for all.</summary>
    public IReadOnlyList<string> MentionChannels { get; init; } = [];
}
