using NodaTime;

namespace PolicyBot.Storage.Schema;

/// <summary>A row of <c>communities</c>: the settings of a server, when the bot left it, or both.</summary>
internal sealed class ServerSettingsRow
{
    public required string Id { get; init; }

    public string? Article { get; init; }

    /// <summary>Null if the server has no settings, and the row only says when the bot left it.</summary>
    public bool? IsPrivate { get; init; }

    public double? AnswerFrom { get; init; }

    public double? OfferFrom { get; init; }

    /// <summary>Channel ids, separated by spaces.</summary>
    public string? MentionChannels { get; init; }

    /// <summary>The further articles and those of channels; null if there are none, as in old rows.</summary>
    public ArticleChoices? Articles { get; init; }

    /// <summary>When the bot left the server, or null if it is there.</summary>
    public Instant? LeftAt { get; init; }
}
