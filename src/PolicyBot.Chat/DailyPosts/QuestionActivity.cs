
namespace PolicyBot.Chat.DailyPosts;

/// <summary>What a server has asked since the last post.</summary>
/// <param name="Count">How many questions; at least 1.</param>
/// <param name="Unanswered">How many of them were not answered.</param>
/// <param name="MostAsked">The question that was answered most often; null where none was.</param>
public sealed record QuestionActivity(int Count, int Unanswered, string? MostAsked);
