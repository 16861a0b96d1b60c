using PolicyBot.Chat.Messages;

namespace PolicyBot.Discord.Handlers;

/// <summary>What users read if the bot can't answer them.</summary>
internal static class HandlerTexts
{
    public static Reply Failed { get; } =
        Reply.Private("Something went wrong on my side, so I couldn't answer that. Please try again later.");

    public static Reply MessageWithoutText { get; } = Reply.Private(
        "That message has no text, and I can't read images, files or embeds. Ask your question with /ask.");

    public static Reply UnreadableReply { get; } = Reply.Private(
        "I can't read a reply that doesn't ping me. Turn on the ping, mention me with your question, or use /ask.");

    /// <summary>The first answer to a user who asks too much, or in a channel where too much is asked.</summary>
    /// <param name="retryAfter">When the next question will be answered.</param>
    public static Reply TooManyQuestions(TimeSpan retryAfter) => Reply.Private(
        $"That's more than I can answer at once. Please wait {Math.Ceiling(retryAfter.TotalSeconds):0} s; "
        + "I'll ignore questions until then.");
}
