using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands;

/// <summary>An article that is being served. Unchanging: a changed set is served by a new one. Safe for many threads.</summary>
/// <param name="set">The curated set.</param>
/// <param name="ask">Answers a question from it; must be safe for many threads.</param>
public sealed class ServedArticle(KnowledgeSet set, Func<string, Answer> ask)
{
    /// <summary>Serves a set. What answers is trained when the first question comes, so that what needs no answer starts at once.</summary>
    /// <param name="set">The curated set.</param>
    /// <param name="train">Makes what answers.</param>
    public static ServedArticle Of(KnowledgeSet set, Func<KnowledgeSet, Answerer> train)
    {
        var answerer = new Lazy<Answerer>(() => train(set));
        return new ServedArticle(set, question => answerer.Value.Ask(question));
    }

    /// <summary>The curated set.</summary>
    public KnowledgeSet Set { get; } = set;

    /// <summary>How replies name where their words come from: the title and the author.</summary>
    public string SourceLine { get; } = set.Article.Author is { } author ? $"“{set.Article.Title}”, by {author}" : $"“{set.Article.Title}”";

    /// <summary>Answers a question, whatever its text.</summary>
    public Answer Ask(string question) => ask(question);
}
