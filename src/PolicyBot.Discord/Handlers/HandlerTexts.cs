using PolicyBot.Chat.Messages;
using PolicyBot.Discord.RateLimiting;

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

    /// <summary>Says that a reply was shortened, because only embeds can be longer.</summary>
    /// <param name="command">The command that shows all of it.</param>
    public static string Shortened(string command) =>
        $"I had to shorten this, because I'm not allowed to embed links here. Use /{command} to see all of it.";

    /// <summary>
    /// The first answer to a user who asks too much, or in a channel where too much is asked; null if the question is
    /// within the rate limits.
    /// </summary>
    public static Reply? TooManyQuestions(RateLimitDecision decision) =>
        decision is RateLimitDecision.FirstDenied(var retryAfter)
            ? Reply.Private(
                $"That's more than I can answer at once. Please wait {Math.Ceiling(retryAfter.TotalSeconds):0} s; "
                + "I'll ignore questions until then.")
            : null;
}
