using NodaTime;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands.Daily;

/// <summary><c>/daily preview channel</c>: the next post, exactly as it will look.</summary>
internal sealed class PreviewCommand(IDailyStore store, DailyPostScheduler posts, IClock clock)
    : DailyCommand("preview", "Show the next daily post of a channel, to you alone.", [CreateChannelOption("The channel.")], store)
{
    protected override async Task<Reply> RunAsync(ModeratorContext call, CancellationToken cancellationToken)
    {
        if (await FindAsync(call, cancellationToken) is not { } found) return CreateNotFoundReply();
        var day = Schedule.GetDay(found.NextDue, Schedule.Zone(found.TimeZone) ?? DateTimeZone.Utc);
        var state = await posts.Writer.ReadHistoryAsync(found, cancellationToken);
        // One that is claimed is fixed already.
        var post = state.Ledger.FirstOrDefault(e => e.Day == day)?.Post ?? await posts.Writer.ComposeAsync(found, state, clock.GetCurrentInstant(), cancellationToken);
        return DailyPostReply.Create(post, day, call.Request.ConversationId);
    }
}
