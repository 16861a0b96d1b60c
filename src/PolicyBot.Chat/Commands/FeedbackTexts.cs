namespace PolicyBot.Chat.Commands;

/// <summary>What members read about their feedback.</summary>
internal static class FeedbackTexts
{
    public const string ThumbsUp = "👍";
    public const string ThumbsDown = "👎";

    public const string Helpful = "Thanks, good to know.";
    public const string NotHelpful = "Thanks. The moderators will see that this answer needs work.";
    public const string AlreadyCounted = "I've already counted your vote. Thanks!";
    public const string NotNow = "I can't count votes right now. Please try again later.";
    public const string Outdated = "I no longer give that answer here, so your vote wasn't counted.";
}
