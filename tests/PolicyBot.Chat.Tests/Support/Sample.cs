using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Replies;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Tests.Support;

/// <summary>A small set about a harbour, and a bot that serves it with answers that a test lays down.</summary>
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
        [new Statement("The town closed the harbour on May 2.", [Passage("The town closed the harbour on May 2"), Passage("May 2")])], ["harbour"], ["who"]);

    public static QuestionEntry Who { get; } = new(
        "who", "Who signed the order?", ["order signed by"],
        [new Statement("Mayor Joan Hill signed the order.", [Passage("Mayor Joan Hill signed the order.")])], ["order", "people"], []);

    public static QuestionEntry Why { get; } = new(
        "why", "Why is the harbour closed?", [],
        [new Statement("The report reads that the water is not safe.", [Passage("The water is not safe")])], ["Harbour"], ["when", "who"]);

    public static UnansweredEntry Cost { get; } = new("cost", "What does it cost?", [], Passage("The town closed the harbour on May 2."));

    public static KnowledgeSet Set { get; } = new()
    {
        Name = "harbour",
        Article = Article,
        People = [new Person("hill", "Joan Hill", "Mayor", Passage("Mayor Joan Hill"), ["the Mayor"]), new Person("reed", "Tom Reed", "fisherman", Passage("fisherman Tom Reed"), [])],
        Organisations = [new Organisation("town", "The town", "closed the harbour", Passage("The town closed the harbour"), [])],
        Quotes =
        [
            new Quote("unsafe", Passage("The water is not safe"), "The report", ["harbour", "safety"]),
            new Quote("idle", Passage("Our boats lie idle"), "Tom Reed", ["work"]),
            new Quote("back", Passage("We want our work back."), "Tom Reed", ["work"]),
        ],
        Questions = [When, Who, Why],
        Unanswered = [Cost],
        Summary = new Summary(
            Statement("The town closed the harbour."), [Statement("The town closed the harbour on May 2."), Statement("The boats lie idle.")],
            [Statement("The town closed the harbour on May 2."), Statement("Mayor Joan Hill signed the order.")]),
    };

    /// <summary>A bot whose every question gets one answer.</summary>
    public static CommandDispatcher Bot(Answer? answer = null, Random? random = null) => Bot(Set, answer, random);

    /// <summary>A bot for another set.</summary>
    public static CommandDispatcher Bot(KnowledgeSet set, Answer? answer = null, Random? random = null)
    {
        var served = new ServedArticle(set, question => (answer ?? Answered(When)) with { Question = question });
        return BotCommands.CreateDispatcher(_ => ValueTask.FromResult(served), random ?? new Random(1), new PlainCards());
    }

    public static ValueTask<Reply> RunAsync(this CommandDispatcher bot, string command, params (string Name, string Value)[] options) =>
        bot.DispatchAsync(Invocation.Of(command, Place, options), TestContext.Current.CancellationToken);

    /// <summary>Picks what is called so.</summary>
    public static ValueTask<Reply> PickAsync(this CommandDispatcher bot, Reply reply, string label) =>
        bot.DispatchAsync(reply.Choices.Concat(reply.Actions).Single(c => c.Label == label).Invocation, TestContext.Current.CancellationToken);

    public static Answer Answered(QuestionEntry entry) =>
        new Answer.Answered(entry) { Question = "", Confidence = 0.9, Suggestions = [], Explanation = Explanation(entry) };

    public static Answer Ambiguous(params QuestionEntry[] entries) =>
        new Answer.Ambiguous([.. entries.Select(e => new Suggestion(e, 0.4))]) { Question = "", Confidence = 0.4, Suggestions = [], Explanation = Explanation(entries[0]) };

    public static Answer NotInArticle(string reason, string nearest) => new Answer.NotInArticle(reason, [Passage(nearest)])
    {
        Question = "",
        Confidence = 0.8,
        Suggestions = [new Suggestion(Why, 0.1)],
        Explanation = Explanation(Cost),
    };

    public static Answer NotUnderstood(string reason, params QuestionEntry[] examples) =>
        new Answer.NotUnderstood(reason, examples) { Question = "", Confidence = 0.7, Suggestions = [], Explanation = new Explanation(null, null, null, 0, [], [], []) };

    public static Passage Passage(string text) => Article.Find(text) ?? throw new ArgumentException($"Not in the sample article: {text}", nameof(text));

    private static Statement Statement(string text) => new(text, [Passage("The town closed the harbour")]);

    private static Explanation Explanation(Entry best) =>
        new(best, best.Phrasings is [var first, ..] ? first : null, Who, 1.25, [new ScorePart("words", 2.5), new ScorePart("names", 0.25)], ["zeppelin"], ["habour → harbour"]);
}
