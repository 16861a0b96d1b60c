using PolicyBot.Chat.Articles;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Storage.Tests.DailyPosts;

/// <summary>An article with three quotes, two points and two questions.</summary>
internal static class SmallArticle
{
    private static readonly Article Article =
        new("Harbour", "Ann Lee", null, null, "Harbour\n\nThe town closed it. The water is bad. The boats lie idle.");

    public static ServedArticle Served { get; } = new(
        new KnowledgeSet
        {
            Name = "harbour",
            Article = Article,
            People = [],
            Organisations = [],
            Quotes = [Quote(
                "closed", "The town closed it"), Quote("bad", "The water is bad"), Quote("idle", "The boats lie idle")],
            Questions = [Question("who", "Who closed it?"), Question("why", "Why was it closed?")],
            Unanswerable = [],
            Summary = new Summary(Statement("The town closed it."), [
                Statement("The town closed it.")
            ], [Statement("The town closed it."), Statement("The water is bad.")]),
        },
        (_, _) => throw new InvalidOperationException("Nothing is asked."));

    private static Quote Quote(string id, string text) => new(id, Article.Find(text)!, "The author", ["harbour"]);

    private static QuestionEntry Question(string id, string question) =>
        new(id, question, [], [Statement("The town closed it.")], ["harbour"], []);

    private static Statement Statement(string text) => new(text, [Article.Find(text)!]);
}
