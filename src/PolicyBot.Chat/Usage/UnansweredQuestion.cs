using NodaTime;

namespace PolicyBot.Chat.Usage;

/// <summary>
/// A question that was not answered, or not well, or for which the asker then chose another one; kept for the
/// moderators.
/// </summary>
/// <param name="Article">The article's name.</param>
/// <param name="Text">The question, in one line; nothing in it tells who asked.</param>
/// <param name="Kind">Its last result: <see cref="UsageKind.NotInArticle"/>, <see cref="UsageKind.NoPreparedAnswer"/>,
/// <see cref="UsageKind.NotUnderstood"/>, <see cref="UsageKind.NotHelpful"/> or <see cref="UsageKind.Offered"/>.
/// </param>
/// <param name="Count">How often it was asked.</param>
/// <param name="LastAt">When it was asked last.</param>
public sealed record UnansweredQuestion(string Article, string Text, UsageKind Kind, int Count, Instant LastAt)
{
    /// <summary>Since when it was asked.</summary>
    public Instant FirstAt { get; init; } = LastAt;

    /// <summary>
    /// The id of the article's entry that an asker chose instead, last; or null. The entry may be gone since.
    /// </summary>
    public string? SuggestedEntry { get; init; }
}
