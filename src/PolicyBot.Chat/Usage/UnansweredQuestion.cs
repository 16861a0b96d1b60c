using NodaTime;

namespace PolicyBot.Chat.Usage;

/// <summary>A question that was not answered, or not well, kept for the moderators.</summary>
/// <param name="Article">The article's name.</param>
/// <param name="Text">The question, in one line; nothing in it tells who asked.</param>
/// <param name="Kind">Its last result: <see cref="UsageKind.NotInArticle"/>, <see cref="UsageKind.NoPreparedAnswer"/>,
/// <see cref="UsageKind.NotUnderstood"/> or <see cref="UsageKind.NotHelpful"/>.</param>
/// <param name="Count">How often it was asked.</param>
/// <param name="LastAt">When it was asked last.</param>
public sealed record UnansweredQuestion(string Article, string Text, UsageKind Kind, int Count, Instant LastAt);
