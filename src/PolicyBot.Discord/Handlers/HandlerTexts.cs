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

    public static Reply UnreadableForm { get; } = Reply.Private(
        "I don't know that form any more, so I changed nothing. Please open it again.");

    /// <summary>Whether a reply to a form refuses it, and has no button that opens it again.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="request">The form's request.</param>
    public static bool LosesEntered(Reply reply, CommandRequest request) =>
        reply is { Kind: ReplyKind.Refusal, Form: null }
        && reply.Actions.All(a => a.Request.Command != request.Command);

    /// <summary>
    /// Adds what a user entered into a form to a reply that doesn't use it, so that the user doesn't lose it.
    /// </summary>
    /// <param name="reply">The reply.</param>
    /// <param name="fields">The values of the form's fields.</param>
    public static Reply WithEntered(Reply reply, IReadOnlyDictionary<string, IReadOnlyList<string>> fields)
    {
        var entered = fields.Where(f => f.Value.Any(v => !string.IsNullOrWhiteSpace(v)));
        return reply with
        {
            Blocks =
            [
                .. reply.Blocks,
                new Block.Paragraph("This is what you entered:"),
                .. entered.Select(f => new Block.Paragraph(string.Join('\n', f.Value), f.Key)),
            ],
            IsFollowUp = true,
        };
    }

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
