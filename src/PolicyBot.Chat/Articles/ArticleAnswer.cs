using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Articles;

/// <summary>The answer of one or several articles to a question.</summary>
/// <param name="Article">The article that the answer is from.</param>
/// <param name="Answer">The answer.</param>
public sealed record ArticleAnswer(ServedArticle Article, Answer Answer)
{
    /// <summary>The suggested questions with their articles, best first.</summary>
    public IReadOnlyList<(QuestionEntry Entry, ServedArticle Article)> Suggestions { get; init; } =
        [.. Answer.Suggestions.Select(s => (s.Entry, Article))];

    /// <summary>Whether the answer is that none of several articles says it.</summary>
    public bool IsNotInAnyArticle { get; private init; }

    /// <summary>Whether <see cref="IsNotInAnyArticle"/> is so for the same kind of reason in all articles.</summary>
    public bool HasOneReason { get; private init; } = true;

    /// <summary>
    /// Asks articles a question, whatever its text. If the words of the question are enough for one of them to be sure,
    /// the others' sentence encoder isn't asked.
    /// </summary>
    /// <param name="articles">The articles, at least one.</param>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    public static async ValueTask<ArticleAnswer> AskAsync(
        IReadOnlyList<ServedArticle> articles, string question, CancellationToken cancellationToken)
    {
        if (articles.Count == 1)
            return new ArticleAnswer(articles[0], await articles[0].AskAsync(question, cancellationToken));

        // In the order of the articles, which decides between equals.
        List<(ServedArticle Article, Answer Answer)> answers = [];
        foreach (var article in articles)
        {
            if (article.TryAnswerSurely(question) is { } answer) answers.Add((article, answer));
        }

        if (answers.Count > 0) return From(answers);
        var asked = await Task.WhenAll(articles.Select(a => a.AskAsync(question, cancellationToken).AsTask()));
        return From([.. articles.Zip(asked)]);
    }

    private static ArticleAnswer From(List<(ServedArticle Article, Answer Answer)> answers)
    {
        var merged = MergedAnswer.Merge(answers.ConvertAll(a => a.Answer));
        return new ArticleAnswer(answers[merged.Source].Article, merged.Answer)
        {
            Suggestions =
            [
                .. merged.Answer.Suggestions.Zip(merged.SuggestionSources, (s, i) => (s.Entry, answers[i].Article)),
            ],
            IsNotInAnyArticle = merged.IsNotInAnyArticle,
            HasOneReason = merged.HasOneReason,
        };
    }
}
