using System.Globalization;
using NodaTime;
using PolicyBot.Chat.Curation;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary><c>/curate history</c>: lists who changed what, when and why; the latest change first.</summary>
internal sealed class HistoryCommand(CurateServices services)
    : CurateCommand(Name, "See who changed what, when and why.", [], services)
{
    public const string Name = "history";

    // Platforms don't list it: buttons turn the pages.
    private const string PageOption = "page";
    private const int PageSize = 8;

    /// <summary>Describes a change in a list.</summary>
    public static ListItem CreateItem(CurationChange change, CuratedSet set)
    {
        var rejected = change.UndoneAt is null
            ? set.Layers.Rejected.FirstOrDefault(r => r.Number == change.Number)
            : null;
        var text = ChangeTexts.Describe(change, set);
        if (change.Reason is { } reason) text += $". {CurateTexts.Because(reason)}";
        if (change.UndoneAt is not null) text += $". {CurateTexts.UndoneLater}";
        if (rejected is not null) text += $". {CurateTexts.NoLongerApplies(ChangeTexts.Explain(rejected.Problems[0]))}";
        return new ListItem(text, CurateTexts.When(change.At)) { User = change.Author };
    }

    // A change, and that it was undone.
    private static IEnumerable<(Instant At, int Number, ListItem Item)> ListEvents(
        CurationChange change, CuratedSet set)
    {
        yield return (change.At, change.Number, CreateItem(change, set));
        if (change.UndoneAt is not { } at) yield break;
        var item = new ListItem(CurateTexts.Undid(ChangeTexts.Describe(change, set)), CurateTexts.When(at));
        yield return (at, int.MaxValue, item with { User = change.UndoneBy });
    }

    protected override Task<Reply> RunAsync(
        CuratedSet set, ModeratorContext context, CancellationToken cancellationToken)
    {
        var events = set.History.Changes.Where(c => c.Article == set.Article)
            .SelectMany(c => ListEvents(c, set)).OrderByDescending(e => e.At).ThenByDescending(e => e.Number).ToList();
        if (events.Count == 0) return Task.FromResult(Reply.Private(CurateTexts.NoChanges));
        var pages = (events.Count + PageSize - 1) / PageSize;
        _ = int.TryParse(context.GetOption(PageOption), NumberStyles.None, CultureInfo.InvariantCulture, out var page);
        page = Math.Clamp(page, 1, pages);
        return Task.FromResult(new Reply
        {
            Title = CurateTexts.HistoryTitle(page, pages),
            Blocks =
            [
                new Block.List(
                    [.. events.Skip((page - 1) * PageSize).Take(PageSize).Select(e => e.Item)]),
                new Block.Note(CurateTexts.HistoryNote(set.Active.Count, set.Layers.Rejected.Count)),
            ],
            Actions =
            [
                .. Pagination.CreateActions(page, pages, p => CreateRequest(
                    Name, set, context, (PageOption, p.ToString(CultureInfo.InvariantCulture)))),
            ],
        });
    }
}
