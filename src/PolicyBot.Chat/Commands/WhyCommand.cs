using PolicyBot.Chat.Caching;
using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Answering;

namespace PolicyBot.Chat.Commands;

/// <summary>
/// <c>/why [question]</c>: explains the answers to a question; without one, those to the last message of the
/// conversation.
/// </summary>
/// <param name="lastAnswers">The answers to the last message of each conversation.</param>
public sealed class WhyCommand(LruCache<string, IReadOnlyList<Answer>> lastAnswers) : ICommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "why";

    private const string QuestionOption = "question";

    // Platforms don't list it: the command line shows the numbers.
    private const string NumbersFlag = "numbers";

    /// <inheritdoc/>
    public CommandDefinition Definition { get; } =
        new(Name, "Explain the last answer here, or the answer to a question.", [
            new CommandOption(QuestionOption, "The question (default: the last one answered here).")
            {
                IsDefault = true
            },
        ]);

    /// <summary>Creates the request that explains the last answer with the numbers behind it.</summary>
    public static CommandRequest CreateDetailedRequest(string conversationId) =>
        CommandRequest.Create(Name, conversationId, (NumbersFlag, "true"));

    /// <inheritdoc/>
    public async ValueTask<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var request = context.Request;
        var explanation = new ExplanationReply(withNumbers: request.HasFlag(NumbersFlag));
        if (request.GetOption(QuestionOption) is { } question)
        {
            var message = await MessageAnswers.AskAsync(context.Articles, question, cancellationToken);
            return explanation.From([.. message.Answers.Select(a => a.Answer)]);
        }

        return lastAnswers.TryGet(request.ConversationId, out var last)
            ? explanation.From(last)
            : Reply.Private(ExplanationTexts.NothingYet);
    }
}
