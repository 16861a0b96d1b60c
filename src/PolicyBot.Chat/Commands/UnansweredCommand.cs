using System.Globalization;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Commands;

/// <summary>
/// <c>/questions unanswered</c>: lists the questions that weren't answered well, most asked first, with a menu to
/// dismiss them.
/// </summary>
internal sealed class UnansweredCommand(
    UnansweredQuestions questions, PrivacyOptions privacy, IArticleCatalog articles, ServerArticles serverArticles)
    : ModeratorCommand(Name, "Show the questions I couldn't answer here, or didn't answer well.", [])
{
    public const string Name = "questions unanswered";

    // Platforms don't list it: buttons turn the pages.
    private const string PageOption = "page";

    private const int PageSize = 10;
    private const int SimilarShown = 2;

    /// <summary>Creates a page of the list.</summary>
    /// <param name="groups">All groups.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="context">For whom it is.</param>
    /// <param name="note">A note under the list, or null.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    public async Task<Reply> CreatePageAsync(
        IReadOnlyList<QuestionGroup> groups,
        int page,
        ModeratorContext context,
        string? note,
        CancellationToken cancellationToken)
    {
        var conversationId = context.Request.ConversationId;
        var lookup = await serverArticles.FindAsync(context.Server, null, cancellationToken);
        var served = (lookup as ArticleLookup.Found)?.Articles ?? [];
        var pages = Math.Max(1, (groups.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var isAboutSeveral = groups.Select(g => g.First.Article).Distinct().Count() > 1;
        var shown = groups.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        List<Block> blocks = shown.Count == 0
            ? [new Block.Paragraph(privacy.KeepQuestions ? UnansweredTexts.None : UnansweredTexts.NotKept)]
            : [new Block.List([.. shown.Select(g => CreateItem(g, isAboutSeveral, served))])];
        if (note is not null) blocks.Add(new Block.Note(note));
        if (shown.Count > 0) blocks.Add(new Block.Note(UnansweredTexts.Retention(privacy.Retention.TotalDays)));
        return new Reply
        {
            Title = UnansweredTexts.Title(page, pages),
            Blocks = blocks,
            ChoicesHeading = shown.Count == 0 ? null : UnansweredTexts.Dismiss,
            Choices = [.. shown.Select(g => DismissCommand.CreateAction(g, conversationId))],
            Actions = [.. Pagination.CreateActions(page, pages, p => CreatePageRequest(p, conversationId))],
        };
    }

    protected override async Task<Reply> RunAsync(ModeratorContext context, CancellationToken cancellationToken)
    {
        var page = int.TryParse(
            context.GetOption(PageOption), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 1;
        var groups = await questions.ReadAsync(context.Server, cancellationToken);
        return await CreatePageAsync(groups, page, context, null, cancellationToken);
    }

    private static CommandRequest CreatePageRequest(int page, string conversationId) =>
        CommandRequest.Create(Name, conversationId, (PageOption, page.ToString(CultureInfo.InvariantCulture)));

    // The entry may have been removed since. Of an article that isn't served now, only the id is known.
    private static string? FindSuggestion(QuestionGroup group, IReadOnlyList<ServedArticle> served)
    {
        var question = group.Questions.FirstOrDefault(q => q.SuggestedEntry is not null);
        if (question is not { SuggestedEntry: { } id }) return null;
        var article = served.FirstOrDefault(a => a.Set.Name == question.Article);
        var entry = article is null ? id : article.Set.FindQuestion(id)?.Question;
        if (entry is null) return null;
        return UnansweredTexts.Suggestion(entry, question == group.First ? null : question.Text);
    }

    private ListItem CreateItem(QuestionGroup group, bool namesArticle, IReadOnlyList<ServedArticle> served)
    {
        var alike = group.Questions.Skip(1).Take(SimilarShown).Select(q => $"“{q.Text}”").ToList();
        var more = group.Questions.Count - 1 - alike.Count;
        var also = alike.Count == 0 ? "" : $"; also {string.Join(", ", alike)}{(more > 0 ? $" and {more} more" : "")}";
        var why = UsageTableTexts.Outcome(group.First.Kind);
        var last = group.LastAt.InUtc().Date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
        var about = namesArticle ? $", about “{articles.GetTitle(group.First.Article)}”" : "";
        return new ListItem(
            $"{why}{about}, asked {(group.Count == 1 ? "once" : $"{group.Count} times")}, last on {last}{also}"
                + FindSuggestion(group, served),
            group.First.Text);
    }
}
