using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Curation.Layers;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary><c>/curate retire entry</c>: takes a question out of the set.</summary>
internal sealed class RetireCommand(CurateServices services)
    : CurateCommand(Name, "Stop answering a question.", [Entry, Reason], services)
{
    public const string Name = "retire";

    protected override async Task<Reply> RunAsync(
        CuratedSet set, ModeratorContext context, CancellationToken cancellationToken)
    {
        if (set.FindEntry(context.GetOption(EntryOption) ?? "") is not { } entry)
            return RefuseUnknown(set, context);
        var edit = new ProposedEdit(context.User, [new SetChange.Retire(entry.Id)])
        {
            Reason = context.GetOption(ReasonOption),
        };
        return await ProposeAsync(set, edit, context, cancellationToken);
    }
}
