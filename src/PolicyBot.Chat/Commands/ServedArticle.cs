using PolicyBot.Chat.Quoting;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Completing;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands;

/// <summary>An article that is being served. Unchanging: a changed set is served by a new one. Safe for many threads.</summary>
/// <param name="set">The curated set.</param>
/// <param name="ask">Answers a question from it; must be safe for many threads.</param>
public sealed class ServedArticle(KnowledgeSet set, Func<string, Answer> ask)
{
    /// <summary>The curated set.</summary>
    public KnowledgeSet Set { get; } = set;

    /// <summary>How replies name where their words come from: the title and the author.</summary>
    public string SourceLine { get; } = set.Article.Author is { } author ? $"“{set.Article.Title}”, by {author}" : $"“{set.Article.Title}”";

    /// <summary>Completes questions that are being typed.</summary>
    public QuestionCompleter Questions { get; } = new(set);

    /// <summary>Completes searches for quotes that are being typed.</summary>
    public QuoteCompleter Quotes { get; } = new(set);

    /// <summary>Answers a question, whatever its text.</summary>
    public Answer Ask(string question) => ask(question);
}
