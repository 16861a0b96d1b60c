using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Conversation;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Tests.Support;

/// <summary>A small set about a harbour, and a bot that serves it with answers that the test chooses.</summary>
internal static class Sample
{
    public const string Place = "channel 1";

    public static Article Article { get; } = new("Town Closes Harbour", "Ann Lee", "The Coast", null, """
    Town Closes Harbour

    The town closed the harbour on May 2. “The water is not safe,” the report reads. Mayor Joan Hill signed the order.

    “Our boats lie idle,” fisherman Tom Reed said. “We want our work back.”
    """);

    public static QuestionEntry When { get; } = new(
        "when", "When did the town close the harbour?", ["closing date"],
        [
            new Statement(
                "The town closed the harbour on May 2.",
                [Passage("The town closed the harbour on May 2"), Passage("May 2")]),
        ],
        ["harbour"], ["who"]);

    public static QuestionEntry Who { get; } = new(
        "who", "Who signed the order?", ["order signed by"],
        [new Statement("Mayor Joan Hill signed the order.", [Passage("Mayor Joan Hill signed the order.")])],
        ["order", "people"], []);

    public static QuestionEntry Why { get; } = new(
        "why", "Why is the harbour closed?", [],
        [new Statement("The report reads that the water is not safe.", [Passage("The water is not safe")])],
        ["Harbour"], ["when", "who"]);

    public static UnanswerableEntry Cost { get; } =
        new("cost", "What does it cost?", [], Passage("The town closed the harbour on May 2."));

    public static KnowledgeSet Set { get; } = new()
    {
        Name = "harbour",
        Article = Article,
        People =
        [
            new Person("hill", "Joan Hill", "Mayor", Passage("Mayor Joan Hill"), ["the Mayor"]),
            new Person("reed", "Tom Reed", "fisherman", Passage("fisherman Tom Reed"), []),
        ],
        Organisations =
        [
            new Organisation("town", "The town", "closed the harbour", Passage("The town closed the harbour"), []),
        ],
        Quotes =
        [
            new Quote("unsafe", Passage("The water is not safe"), "The report", ["harbour", "safety"]),
            new Quote("idle", Passage("Our boats lie idle"), "Tom Reed", ["work"]),
            new Quote("back", Passage("We want our work back."), "Tom Reed", ["work"]),
        ],
        Questions = [When, Who, Why],
        Unanswerable = [Cost],
        Summary = new Summary(
            Statement("The town closed the harbour."),
            [Statement("The town closed the harbour on May 2."), Statement("The boats lie idle.")],
            [Statement("The town closed the harbour on May 2."), Statement("Mayor Joan Hill signed the order.")]),
    };

    /// <summary>The set with quotes of one, two and four words.</summary>
    public static KnowledgeSet WithShortQuotes { get; } = Set with
    {
        Quotes =
        [
            new Quote("safe", Passage("safe"), "The report", ["water"]),
            new Quote("not-safe", Passage("not safe"), "The report", ["water"]),
            new Quote("idle", Passage("Our boats lie idle"), "Tom Reed", ["work"]),
        ],
    };

    /// <summary>Creates a bot that gives every question the same answer.</summary>
    public static CommandDispatcher Bot(Answer? answer = null, Random? random = null) => Bot(Set, answer, random);

    /// <summary>Creates such a bot for another set.</summary>
    public static CommandDispatcher Bot(KnowledgeSet set, Answer? answer = null, Random? random = null)
    {
        answer ??= Answered(When);
        return Bot(set, question => answer with { Question = question }, random ?? new Random(1));
    }

    /// <summary>Creates a bot that gives each question its own answer.</summary>
    public static CommandDispatcher Bot(IReadOnlyDictionary<string, Answer> answers) =>
        Bot(Set, question => answers[question] with { Question = question }, new Random(1));

    public static ValueTask<Reply> RunAsync(
        this CommandDispatcher bot, string command, params (string Name, string Value)[] options) =>
        bot.DispatchAsync(CommandRequest.Create(command, Place, options), TestContext.Current.CancellationToken);

    /// <summary>Presses the button with a label.</summary>
    public static ValueTask<Reply> ChooseAsync(this CommandDispatcher bot, Reply reply, string label) =>
        bot.DispatchAsync(
            reply.Choices.Concat(reply.Actions).Single(c => c.Label == label).Request,
            TestContext.Current.CancellationToken);

    public static Answer Answered(QuestionEntry entry) => new Answer.Answered(entry)
    {
        Question = "",
        Confidence = 0.9,
        Suggestions = [.. entry.Related.Select(id => Suggestion(Set.Questions.Single(q => q.Id == id)))],
        Candidates = [Suggestion(entry)],
        Explanation = Explanation(entry),
    };

    public static Answer Ambiguous(params QuestionEntry[] entries) => new Answer.Ambiguous
    {
        Question = "",
        Confidence = 0.4,
        Suggestions = [.. entries.Select(Suggestion)],
        Candidates = [.. entries.Select(Suggestion)],
        Explanation = Explanation(entries[0]),
    };

    /// <summary>Creates the answer that the article provably doesn't say it, with the closest passages.</summary>
    public static Answer NotInArticle(Absence absence, params string[] passages) => new Answer.NotInArticle(absence)
    {
        Question = "",
        Confidence = 0.8,
        Suggestions = [Suggestion(Why)],
        Passages = [.. passages.Select(Passage)],
        Candidates = [Suggestion(Why)],
        Explanation = Explanation(Cost),
    };

    /// <summary>Creates the answer to a question that the curator listed as unanswerable.</summary>
    public static Answer NotInArticle() => NotInArticle(new Absence.ListedQuestion(Cost), "The water is not safe");

    /// <summary>Creates the answer that no prepared answer fits, with the closest passages.</summary>
    public static Answer NoPreparedAnswer(QuestionEntry? closest, params string[] passages) =>
        new Answer.NoPreparedAnswer(closest)
        {
            Question = "",
            Confidence = 0.7,
            Suggestions = [Suggestion(Why)],
            Passages = [.. passages.Select(Passage)],
            Candidates = [Suggestion(closest ?? Why)],
            Explanation = Explanation(closest ?? Why),
        };

    public static Answer SmallTalk(SmallTalkKind kind, params QuestionEntry[] examples) =>
        new Answer.SmallTalk(kind)
        {
            Question = "",
            Confidence = 1,
            Suggestions = [.. examples.Select(Suggestion)],
            Explanation = Knowledge.Answering.Explanation.None,
        };

    public static Answer NotUnderstood(NotUnderstoodReason reason, params QuestionEntry[] examples) =>
        new Answer.NotUnderstood(reason)
        {
            Question = "",
            Confidence = 1,
            Suggestions = [.. examples.Select(Suggestion)],
            Explanation = Knowledge.Answering.Explanation.None,
        };

    /// <summary>Creates the answer to a message without a question.</summary>
    public static Answer NotUnderstood() => NotUnderstood(NotUnderstoodReason.UnknownWords, Who);

    public static Passage Passage(string text) =>
        Article.Find(text) ?? throw new ArgumentException($"Not in the sample article: {text}", nameof(text));

    private static CommandDispatcher Bot(KnowledgeSet set, Func<string, Answer> answer, Random random)
    {
        var served = new ServedArticle(set, (question, _) => ValueTask.FromResult(answer(question)));
        return ChatServices.CreateConsoleDispatcher(new SingleArticleCatalog(served), random, new PlainCards());
    }

    private static Suggestion Suggestion(QuestionEntry entry) => new(entry, 0.4);

    private static Statement Statement(string text) => new(text, [Passage("The town closed the harbour")]);

    private static Explanation Explanation(Entry best) => new(
        best,
        best.Phrasings is [var first, ..] ? first : null,
        Who,
        1.25,
        [new ScorePart("words", 2.5), new ScorePart("names", 0.25)],
        ["zeppelin"],
        ["habour → harbour"]);
}
