using System.Globalization;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Commands;

/// <summary><c>/questions unanswered</c>: what was asked in vain, the most asked first, to be dismissed from a menu.</summary>
internal sealed class UnansweredCommand(UnansweredQuestions questions, PrivacyOptions privacy)
    : ModeratorCommand(Name, "Show what was asked here that I could not answer, or not well.", [])
{
    public const string Name = "questions unanswered";

    // Not told to platforms: buttons turn the pages.
    private const string PageOption = "page";

    private const int PageSize = 10;
    private const int AlikeShown = 2;

    /// <summary>A page of them.</summary>
    public static CommandRequest Page(int page, string place) => CommandRequest.Create(Name, place, (PageOption, page.ToString(CultureInfo.InvariantCulture)));

    /// <summary>What is listed.</summary>
    /// <param name="groups">All groups.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="place">Where it is shown.</param>
    /// <param name="note">What is said below, or null.</param>
    public Reply Show(IReadOnlyList<QuestionGroup> groups, int page, string place, string? note = null)
    {
        var pages = Math.Max(1, (groups.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var shown = groups.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        List<Block> blocks = shown.Count == 0
            ? [new Block.Paragraph(privacy.KeepQuestions ? "There is nothing that I could not answer." : "I keep no questions here: whoever runs me has turned that off.")]
            : [new Block.List([.. shown.Select(Item)])];
        if (note is not null) blocks.Add(new Block.Note(note));
        if (shown.Count > 0) blocks.Add(new Block.Note($"Nobody sees who asked. Kept for {privacy.Retention.TotalDays:0} days after they were asked last."));
        return new Reply
        {
            Title = pages == 1 ? "Not answered" : $"Not answered ({page} of {pages})",
            Blocks = blocks,
            ChoicesHeading = shown.Count == 0 ? null : "Dismiss…",
            Choices = [.. shown.Select(g => DismissCommand.ChoiceOf(g, place))],
            Actions = [.. Turn(page, pages, place)],
        };
    }

    protected override async Task<Reply> RunAsync(ModeratorContext call, CancellationToken cancellationToken)
    {
        var page = int.TryParse(call.GetOption(PageOption), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        return Show(await questions.ReadAsync(call.Server, cancellationToken), page, call.Request.ConversationId);
    }

    private static IEnumerable<ReplyAction> Turn(int page, int pages, string place)
    {
        if (page > 1) yield return new ReplyAction("Previous", Page(page - 1, place)) { KeepsHistory = true };
        if (page < pages) yield return new ReplyAction("Next", Page(page + 1, place)) { KeepsHistory = true };
    }

    private static ListItem Item(QuestionGroup group)
    {
        var alike = group.Questions.Skip(1).Take(AlikeShown).Select(q => $"“{q.Text}”").ToList();
        var more = group.Questions.Count - 1 - alike.Count;
        var also = alike.Count == 0 ? "" : $"; also {string.Join(", ", alike)}{(more > 0 ? $" and {more} more" : "")}";
        var why = group.First.Kind switch
        {
            UsageKind.NotInArticle => "not in the article",
            UsageKind.NoPreparedAnswer => "no prepared answer",
            UsageKind.NotUnderstood => "not understood",
            _ => "answered, but not helpful",
        };
        var last = group.LastAt.InUtc().Date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
        return new ListItem($"{why}, asked {(group.Count == 1 ? "once" : $"{group.Count} times")}, last on {last}{also}", group.First.Text);
    }
}
