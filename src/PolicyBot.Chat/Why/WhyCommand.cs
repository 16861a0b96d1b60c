using PolicyBot.Chat.Caching;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Replies;
using PolicyBot.Knowledge.Answering;

namespace PolicyBot.Chat.Why;

/// <summary><c>/why [question]</c>: how an answer came about; without a question, the last one of the place.</summary>
internal sealed class WhyCommand(RecentlyUsed<string, Answer> lastAnswers) : ICommand
{
    public const string Name = "why";

    public CommandDefinition Definition { get; } = new(Name, "Show how an answer came about: the last one here, or that to a question.", [
        new CommandOption("question", "The question; leave it out for the last answer here.") { TakesBareWords = true },
    ]);

    public ValueTask<Reply> RunAsync(Invocation invocation, ServedArticle article, CancellationToken cancellationToken)
    {
        var answer = invocation.Option("question") is { } question ? article.Ask(question) : Last(invocation.Place);
        return ValueTask.FromResult(answer is null
            ? Reply.Aside("I have not answered anything here yet. Ask me something first, or give /why a question.")
            : ExplanationReply.Of(answer));
    }

    private Answer? Last(string place) => lastAnswers.TryGet(place, out var answer) ? answer : null;
}
