using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Caching;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Answering;

namespace PolicyBot.Chat.Commands;

/// <summary>
/// <c>/why [question]</c>: how the answers to a question came about; without a question, those to the last message of
/// the place.
/// </summary>
internal sealed class WhyCommand(LruCache<string, IReadOnlyList<Answer>> lastAnswers) : ICommand
{
    public const string Name = "why";

    public CommandDefinition Definition { get; } = new(Name, "Show how an answer came about: the last one here, or that to a question.", [
        new CommandOption("question", "The question; leave it out for the last answer here.") { IsDefault = true },
    ]);

    public async ValueTask<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (request, article) = context;
        if (request.GetOption("question") is { } question)
            return ExplanationReply.From((await MessageAnswers.AskAsync(article, question, cancellationToken)).Answers);
        return lastAnswers.TryGet(request.ConversationId, out var last)
            ? ExplanationReply.From(last)
            : Reply.Private("I haven't answered anything here yet. Ask me something first, or give /why a question.");
    }
}
