using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary><c>/curate undo</c>: takes back the latest change that applies.</summary>
internal sealed class UndoCommand(CurateServices services)
    : CurateCommand(Name, "Undo the latest change.", [], services)
{
    public const string Name = "undo";

    protected override async Task<Reply> RunAsync(
        CuratedSet set, ModeratorContext call, CancellationToken cancellationToken) =>
        set.Active is [.., var last]
            ? await ProposeAsync(set, new Edit(call.User, []) { Undone = last }, call, cancellationToken)
            : CurateReply.Refuse(CurateTexts.NothingToUndo);
}
