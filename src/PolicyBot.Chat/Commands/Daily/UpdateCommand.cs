using PolicyBot.Chat.Commands;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary><c>/daily pause</c> and <c>skip-next</c>: change one thing about a channel's posts.</summary>
/// <param name="name">The name behind <c>daily</c>.</param>
/// <param name="description">What it does.</param>
/// <param name="store">The subscriptions.</param>
/// <param name="change">The subscription as it is then.</param>
internal sealed class UpdateCommand(string name, string description, IDailyStore store, Func<Subscription, Subscription> change)
    : DailyCommand(name, description, [CreateChannelOption("The channel.")], store)
{
    /// <summary><c>/daily pause channel</c>.</summary>
    public static UpdateCommand Pause(IDailyStore store) => new("pause", "Post nothing in a channel until you resume it.", store, s => s with { Paused = "A moderator paused it." });

    /// <summary><c>/daily skip-next channel</c>.</summary>
    public static UpdateCommand SkipNext(IDailyStore store) => new("skip-next", "Leave the next post of a channel out.", store, s => s with { SkipsNext = true });

    protected override async Task<Reply> RunAsync(ModeratorContext call, CancellationToken cancellationToken)
    {
        if (await FindAsync(call, cancellationToken) is not { } found) return CreateNotFoundReply();
        if (await Store.UpdateAsync(found.Channel, change, cancellationToken) is not { } before) return CreateNotFoundReply();
        var after = change(before);
        // Looked at after it was changed: none is begun from then on.
        if (after.SkipsNext && !before.SkipsNext && await IsInProgressAsync(before, cancellationToken))
        {
            await Store.UpdateAsync(found.Channel, s => s with { SkipsNext = false }, cancellationToken);
            return Reply.Private($"The one that was due {SubscriptionFormatter.FormatDue(before)} is being sent already, so I left out nothing. Call this again once it is posted; /daily status tells.");
        }

        return Reply.Private(SubscriptionFormatter.FormatState(after));
    }
}
