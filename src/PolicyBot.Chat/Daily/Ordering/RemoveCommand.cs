using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Replies;

namespace PolicyBot.Chat.Daily.Ordering;

/// <summary><c>/daily remove channel</c>.</summary>
internal sealed class RemoveCommand(IDailyStore store) : DailyCommand("remove", "Post nothing in a channel any more.", [OfChannel("The channel.")], store)
{
    protected override async Task<Reply> RunAsync(ManagersCall call, CancellationToken cancellationToken)
    {
        if (await FindAsync(call, cancellationToken).ConfigureAwait(false) is not { } found) return NoneThere();
        await Store.RemoveAsync(found.Channel, cancellationToken).ConfigureAwait(false);
        return Reply.Aside("Removed. If you order it again, it goes on with what was not shown yet.");
    }
}
