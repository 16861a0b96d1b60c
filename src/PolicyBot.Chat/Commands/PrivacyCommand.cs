using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Commands;

/// <summary><c>/privacy [erase]</c>: what is kept and for how long, for everybody; its deletion, for those who may manage the server.</summary>
internal sealed class PrivacyCommand(PrivacyOptions options, IServerSettingsStore store, ServerSettingsCache communities, UsageTracker usage) : ICommand
{
    private const string Name = "privacy";
    private const string EraseOption = "erase";

    // Not told to platforms: a button sets it.
    private const string SureOption = "sure";

    public CommandDefinition Definition { get; } = new(Name, "Show what I keep of what you ask, and for how long.", [
        new CommandOption(EraseOption, "Moderators: delete all that I keep for this server.") { Kind = OptionKind.Flag },
    ])
    {
        UsesArticle = false,
    };

    public async ValueTask<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var request = context.Request;
        if (!request.HasFlag(EraseOption)) return Explain();
        if (request.Caller is not { Server: { } community } caller) return Reply.Private("I keep nothing outside of servers that have added me, so there is nothing to delete.");
        if (!caller.CanManageServer) return Reply.Private("Only those who may manage this server can have deleted what I keep for it. Ask one of them.");
        if (!request.HasFlag(SureOption)) return Ask(request);
        try
        {
            await usage.EraseAsync(community, () => store.DeleteAsync(community, cancellationToken), cancellationToken);
        }
        catch (StoreUnavailableException e)
        {
            return Reply.Private($"I could not delete it: {e.Message} Nothing was changed.");
        }

        communities.Forget(community);
        return Reply.Private("Deleted: the counts, the questions, the settings, and the daily posts of this server. What is posted already stays.");
    }

    private static Reply Ask(CommandRequest request) => new()
    {
        Title = "Delete all that I keep for this server?",
        Blocks =
        [
            new Block.Paragraph("That is the counts, the questions that I could not answer, the settings, and the daily posts that were ordered with what they have shown. It cannot be undone."),
        ],
        Actions = [new ReplyAction("Delete it all", CommandRequest.Create(Name, request.ConversationId, (EraseOption, "true"), (SureOption, "true"))) { KeepsHistory = true }],
        IsPrivate = true,
    };

    private Reply Explain()
    {
        var days = $"{options.Retention.TotalDays:0} days";
        return new Reply
        {
            Title = "What I keep",
            Blocks =
            [
                new Block.List(
                    [
                        new ListItem("how often each of them was answered, refused, found helpful or not, by day; for a year", "Of questions"),
                        new ListItem(
                            options.KeepQuestions
                                ? $"the text of those that I could not answer, or whose answer did not help, without mentions and addresses; the moderators see it; for {days} after it was asked last"
                                : "no text at all",
                            "Of their words"),
                        new ListItem("the settings and daily posts that moderators order, with the number of whoever ordered a post, to tell them when it fails", "Of servers"),
                        new ListItem("nothing. Nowhere is it kept who asked what", "Of you"),
                    ],
                    "In servers that have added me"),
                new Block.Paragraph("In direct messages, and in servers that have not added me, I keep nothing."),
                new Block.Paragraph("In memory alone, till I am restarted: the last answer of each person in each channel, for /why, and who found it helpful, so that nobody counts twice."),
                new Block.Note($"When I am taken out of a server, all of its is deleted after {days}. Those who may manage it can have it deleted at once: /{Name} {EraseOption}: True"),
            ],
            IsPrivate = true,
        };
    }
}
