
namespace PolicyBot.Storage.Schema;

/// <summary>A row of <c>communities</c>: the settings of a community, when the bot left it, or both.</summary>
internal sealed class ServerSettingsRow
{
    public required string Id { get; init; }

    public string? Article { get; init; }

    /// <summary>Null where it has no settings of its own, and the row tells only when the bot left it.</summary>
    public bool? IsPrivate { get; init; }

    public double? AnswerFrom { get; init; }

    public double? OfferFrom { get; init; }

    /// <summary>Ids, with blanks between them.</summary>
    public string? MentionChannels { get; init; }

    /// <summary>Unix milliseconds; null while the bot is there.</summary>
    public long? LeftAt { get; init; }
}
