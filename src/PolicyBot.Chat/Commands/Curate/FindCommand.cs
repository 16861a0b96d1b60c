using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary><c>/curate find entry</c>: shows a question with its phrasings, its answer and its changes.</summary>
internal sealed class FindCommand(CurateServices services)
    : CurateCommand(Name, "Find a question, and see its phrasings and its changes.", [Entry], services)
{
    public const string Name = "find";

    private const int PhrasingsShown = 15;
    private const int MaxFound = 10;

    /// <summary>Creates the action that shows an entry.</summary>
    public static ReplyAction CreateAction(CuratedSet set, Entry entry, ModeratorContext context) =>
        new(entry.Question, CreateRequest(Name, set, context, (EntryOption, entry.Id)));

    protected override Task<Reply> RunAsync(
        CuratedSet set, ModeratorContext context, CancellationToken cancellationToken)
    {
        var typed = context.GetOption(EntryOption) ?? "";
        return Task.FromResult(set.FindEntry(typed) is { } entry
            ? Show(set, entry, context)
            : ListFound(set, typed, context));
    }

    private static Reply ListFound(CuratedSet set, string typed, ModeratorContext context)
    {
        var found = set.Set.Questions.Concat<Entry>(set.Set.Unanswerable)
            .Where(e => e.Phrasings.Prepend(e.Question).Any(
                p => p.Contains(typed, StringComparison.OrdinalIgnoreCase)))
            .Concat(set.Current.Answerer.FindClosest(typed, MaxFound, 1).Questions)
            .DistinctBy(e => e.Id)
            .Take(MaxFound)
            .ToList();
        return found.Count == 0
            ? Reply.Refusal(CurateTexts.NothingFound)
            : new Reply { Title = CurateTexts.Found, Choices = [.. found.Select(e => CreateAction(set, e, context))] };
    }

    private static Reply Show(CuratedSet set, Entry entry, ModeratorContext context)
    {
        var changes = set.Active.Where(c => c.Changes.Any(x => x.Entry == entry.Id)).ToList();
        List<Block> blocks = [];
        switch (entry)
        {
            case QuestionEntry question:
                blocks.Add(new Block.Paragraph(question.AnswerText));
                blocks.AddRange(question.Evidence.Select(e => set.Current.Article.Quote(e, null)));
                if (question.Source is { } source) blocks.Add(new Block.Note(AnswerTexts.ServerSource(source)));
                break;
            case UnanswerableEntry unanswerable:
                blocks.Add(new Block.Note(CurateTexts.IsUnanswerable));
                blocks.Add(set.Current.Article.Quote(unanswerable.Nearest, null));
                break;
        }

        if (entry.Phrasings.Count > 0)
        {
            blocks.Add(new Block.List(
                [.. entry.Phrasings.Take(PhrasingsShown).Select(p => new ListItem(p))],
                CurateTexts.PhrasingsOf(entry.Phrasings.Count)));
        }

        if (changes.Count > 0)
        {
            blocks.Add(new Block.List(
                [.. changes.Select(c => HistoryCommand.CreateItem(c, set))], CurateTexts.ChangesHeading));
        }

        var retire = CreateRequest(RetireCommand.Name, set, context, (EntryOption, entry.Id));
        return new Reply
        {
            Title = entry.Question,
            Blocks = blocks,
            Actions =
            [
                .. entry is QuestionEntry editable
                    ? [EditCommand.CreateAction(set, editable, context)]
                    : Array.Empty<ReplyAction>(),
                new ReplyAction(CurateTexts.Retire, retire) { IsDestructive = true },
            ],
        };
    }
}
