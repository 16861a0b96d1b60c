using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands;

/// <summary><c>/topics [topic]</c>: lists the topics, or the questions on one topic.</summary>
internal sealed class TopicsCommand : ICommand
{
    public const string Name = "topics";

    public CommandDefinition Definition { get; } = new(Name, "Show what you can ask about.", [
        new CommandOption("topic", "A topic, to see its questions.") { IsDefault = true },
        ArticleOption.Definition,
    ])
    {
        CanBePrivate = true,
    };

    public ValueTask<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (request, article) = context;
        var topics =
            article.Set.Questions.SelectMany(q => q.Topics).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (topics.Count == 0) return ValueTask.FromResult(CreateEmpty(article));
        if (request.GetOption("topic") is not { } wanted)
            return ValueTask.FromResult(CreateOverview(topics, article, request.ConversationId));
        return ValueTask.FromResult(topics.Find(t => AreEqual(t, wanted)) is { } topic
            ? CreateTopic(topic, [
                .. article.Set.Questions.Where(q => q.Topics.Any(t => AreEqual(t, topic)))
            ], article, request.ConversationId)
            : Reply.Private(
                $"There is no topic {TextTruncator.Quote(wanted)}. The topics are: {string.Join(", ", topics)}.") with
            {
                Choices = CreateChoices(topics, article, request.ConversationId)
            });
    }

    private static Reply CreateEmpty(ServedArticle article) => new()
    {
        Title = "What you can ask about",
        Blocks = [
            new Block.Paragraph(
                "This article has no prepared questions. Ask in your own words, and I'll show you the passages that "
                    + "come closest.")
        ],
        Source = article.SourceLine,
    };

    private static Reply CreateOverview(List<string> topics, ServedArticle article, string conversationId) => new()
    {
        Title = "What you can ask about",
        Blocks = [new Block.Paragraph("Choose a topic to see its questions, or ask in your own words.")],
        Source = article.SourceLine,
        ChoicesHeading = "Choose a topic:",
        Choices = CreateChoices(topics, article, conversationId),
    };

    private static Reply CreateTopic(
        string topic, IReadOnlyList<QuestionEntry> questions, ServedArticle article, string conversationId) => new()
        {
            Title = $"Questions about “{topic}”",
            Blocks = questions.Count > Reply.MaxChoices
            ? [new Block.Note($"The first {Reply.MaxChoices} of {questions.Count}")]
            : [],
            Source = article.SourceLine,
            ChoicesHeading = "Choose a question:",
            Choices = [.. questions.Take(Reply.MaxChoices).Select(q => AskCommand.CreateAction(q, conversationId))],
        };

    private static IReadOnlyList<ReplyAction> CreateChoices(
        List<string> topics, ServedArticle article, string conversationId) =>
    [
        .. from topic in topics.Take(Reply.MaxChoices)
           let questions = article.Set.Questions.Count(q => q.Topics.Any(t => AreEqual(t, topic)))
           select new ReplyAction(
               $"{topic} ({FormatCount(questions)})", CommandRequest.Create(Name, conversationId, ("topic", topic))),
    ];

    private static string FormatCount(int questions) => questions == 1 ? "1 question" : $"{questions} questions";

    private static bool AreEqual(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
