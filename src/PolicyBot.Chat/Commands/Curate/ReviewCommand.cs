using System.Globalization;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Usage;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Layers;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary>
/// <c>/curate review</c>: goes through the questions that weren't answered well, the most asked first, and offers what
/// to do with each.
/// </summary>
internal sealed class ReviewCommand(CurateServices services)
    : CurateCommand(Name, "Go through the questions I couldn't answer, and decide what each one means.", [], services)
{
    public const string Name = "review";

    // Platforms don't list these: buttons and menus set them.
    private const string PageOption = "page";
    private const string GroupOption = "group";
    private const string MeansOption = "means";
    private const string AbsentFlag = "absent";
    private const string DismissFlag = "dismiss";

    private const int EntriesOffered = 5;
    private const int PassagesShown = 3;
    private const int SimilarShown = 5;
    private const int MaxPhrasings = 5;

    protected override async Task<Reply> RunAsync(
        CuratedSet set, ModeratorContext context, CancellationToken cancellationToken)
    {
        var groups = await ReadGroupsAsync(set, context, cancellationToken);
        if (context.GetOption(GroupOption) is not { } id) return Show(set, context, groups, GetPage(context), null);
        if (groups.FirstOrDefault(g => g.HasId(id)) is not { } group)
            return Show(set, context, groups, 1, CurateTexts.NotOnTheList);
        if (context.Request.HasFlag(DismissFlag))
        {
            await Services.Questions.DismissAsync(context.Server, group, cancellationToken);
            return Show(
                set,
                context,
                await ReadGroupsAsync(set, context, cancellationToken),
                GetPage(context),
                CurateTexts.Dismissed(TextTruncator.Quote(group.First.Text)));
        }

        var question = group.First.Text;
        SetChange? change = context.Request.HasFlag(AbsentFlag)
            ? new SetChange.AddUnanswerable(
                set.CreateId(question),
                question,
                [.. group.Questions.Skip(1).Take(MaxPhrasings).Select(q => q.Text)],
                set.Current.Answerer.FindClosest(question, 0, 1).Passages[0].Text)
            : context.GetOption(MeansOption) is { } entry ? new SetChange.AddPhrasing(entry, question) : null;
        if (change is null) return Show(set, context, groups, IndexOf(groups, group) + 1, null);
        var edit = new ProposedEdit(context.User, [change])
        {
            Reason = CurateTexts.ReasonOf(group),
            Resolved = [.. group.Questions.Select(q => q.Text)],
        };
        return await ProposeAsync(set, edit, context, cancellationToken);
    }

    private static int GetPage(ModeratorContext context) =>
        int.TryParse(context.GetOption(PageOption), NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? page
            : 1;

    private static int IndexOf(IReadOnlyList<QuestionGroup> groups, QuestionGroup group) =>
        groups.Index().First(g => g.Item == group).Index;

    private static Reply Show(
        CuratedSet set, ModeratorContext context, IReadOnlyList<QuestionGroup> groups, int page, string? note)
    {
        List<Block> blocks = [];
        if (note is not null) blocks.Add(new Block.Note(note));
        if (groups.Count == 0)
        {
            return new Reply
            {
                Title = CurateTexts.ReviewTitle(0, 0),
                Blocks = [.. blocks, new Block.Paragraph(CurateTexts.NothingToReview)],
            };
        }

        page = Math.Clamp(page, 1, groups.Count);
        var group = groups[page - 1];
        var closest = set.Current.Answerer.FindClosest(group.First.Text, EntriesOffered, PassagesShown);
        blocks.Add(new Block.Subheading(group.First.Text));
        blocks.Add(new Block.Paragraph(CurateTexts.Asked(group)));
        var similar = group.Questions.Skip(1).Take(SimilarShown).Select(q => new ListItem(q.Text)).ToList();
        if (similar.Count > 0)
            blocks.Add(new Block.List(similar, CurateTexts.SimilarHeading(group.Questions.Count - 1)));
        blocks.Add(new Block.Note(CurateTexts.ClosestPassages));
        blocks.AddRange(closest.Passages.Select(p => set.Current.Article.Quote(p, null)));
        var suggested = group.Questions.Select(q => q.SuggestedEntry).OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var entries = set.Set.Questions.Where(q => suggested.Contains(q.Id)).Concat(closest.Questions)
            .DistinctBy(q => q.Id).Take(EntriesOffered).ToList();
        return new Reply
        {
            Title = CurateTexts.ReviewTitle(page, groups.Count),
            Blocks = blocks,
            ChoicesHeading = entries.Count == 0 ? null : CurateTexts.MeansHeading,
            Choices = [.. entries.Select(e => CreateChoice(e, suggested.Contains(e.Id)))],
            Actions =
            [
                CreateAction(CurateTexts.NewQuestion, AddCommand.Name, (AddCommand.GroupOption, group.Id)),
                CreateAction(CurateTexts.NotInTheArticle, Name, (GroupOption, group.Id), (AbsentFlag, "true")),
                CreateAction(
                    CurateTexts.Dismiss,
                    Name,
                    (GroupOption, group.Id),
                    (DismissFlag, "true"),
                    (PageOption, page.ToString(CultureInfo.InvariantCulture))) with
                {
                    KeepsHistory = true,
                    IsDestructive = true,
                },
                .. Pagination.CreateActions(page, groups.Count, p => CreateRequest(
                    Name, set, context, (PageOption, p.ToString(CultureInfo.InvariantCulture)))),
            ],
        };

        ReplyAction CreateChoice(QuestionEntry entry, bool isSuggested) =>
            new(
                isSuggested ? CurateTexts.Picked(entry.Question) : entry.Question,
                CreateRequest(Name, set, context, (GroupOption, group.Id), (MeansOption, entry.Id)));

        ReplyAction CreateAction(string label, string name, params (string, string)[] options) =>
            new(label, CreateRequest(name, set, context, options));
    }

    private async Task<IReadOnlyList<QuestionGroup>> ReadGroupsAsync(
        CuratedSet set, ModeratorContext context, CancellationToken cancellationToken) =>
    [
        .. (await Services.Questions.ReadAsync(context.Server, cancellationToken))
            .Where(g => g.First.Article == set.Article),
    ];
}
