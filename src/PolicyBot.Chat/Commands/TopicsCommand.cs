using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands;

/// <summary><c>/topics [topic]</c>: what the bot can be asked about, or its questions on one topic.</summary>
internal sealed class TopicsCommand : ICommand
{
    public const string Name = "topics";

    public CommandDefinition Definition { get; } = new(Name, "Show what you can ask about.", [
        new CommandOption("topic", "One of the topics, to see its questions.") { IsDefault = true },
    ])
    {
        CanBePrivate = true,
    };

    public ValueTask<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (request, article) = context;
        var topics = article.Set.Questions.SelectMany(q => q.Topics).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (topics.Count == 0) return ValueTask.FromResult(None(article));
        if (request.GetOption("topic") is not { } wanted) return ValueTask.FromResult(All(topics, article, request.ConversationId));
        return ValueTask.FromResult(topics.Find(t => Same(t, wanted)) is { } topic
            ? One(topic, [.. article.Set.Questions.Where(q => q.Topics.Any(t => Same(t, topic)))], article, request.ConversationId)
            : Reply.Private($"There is no topic {TextTruncator.Quote(wanted)}. The topics are: {string.Join(", ", topics)}.") with { Choices = Choices(topics, article, request.ConversationId) });
    }

    private static Reply None(ServedArticle article) => new()
    {
        Title = "What you can ask about",
        Blocks = [new Block.Paragraph("This article has no prepared questions. Ask in your own words, and I'll show you the passages that come closest.")],
        Source = article.SourceLine,
    };

    private static Reply All(List<string> topics, ServedArticle article, string place) => new()
    {
        Title = "What you can ask about",
        Blocks = [new Block.Paragraph("Pick a topic to see its questions, or ask in your own words.")],
        Source = article.SourceLine,
        ChoicesHeading = "Choose a topic:",
        Choices = Choices(topics, article, place),
    };

    private static Reply One(string topic, IReadOnlyList<QuestionEntry> questions, ServedArticle article, string place) => new()
    {
        Title = $"Questions on the topic “{topic}”",
        Blocks = questions.Count > Reply.MaxChoices ? [new Block.Note($"The first {Reply.MaxChoices} of {questions.Count}.")] : [],
        Source = article.SourceLine,
        ChoicesHeading = "Choose a question:",
        Choices = [.. questions.Take(Reply.MaxChoices).Select(q => AskCommand.CreateAction(q, place))],
    };

    private static IReadOnlyList<ReplyAction> Choices(List<string> topics, ServedArticle article, string place) =>
    [
        .. from topic in topics.Take(Reply.MaxChoices)
           let questions = article.Set.Questions.Count(q => q.Topics.Any(t => Same(t, topic)))
           select new ReplyAction($"{topic} ({Count(questions)})", CommandRequest.Create(Name, place, ("topic", topic))),
    ];

    private static string Count(int questions) => questions == 1 ? "1 question" : $"{questions} questions";

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
