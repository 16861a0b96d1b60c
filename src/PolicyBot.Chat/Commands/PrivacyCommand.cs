using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Commands;

/// <summary>
/// <c>/privacy [erase]</c>: shows every user what the bot keeps and for how long; lets moderators delete it.
/// </summary>
internal sealed class PrivacyCommand(
    PrivacyOptions options, IServerSettingsStore store, ServerSettingsCache settings, UsageTracker usage) : ICommand
{
    private const string Name = "privacy";
    private const string EraseOption = "erase";

    // Platforms don't list it: the button sets it.
    private const string ConfirmedFlag = "sure";
    private const string CurationFlag = "curation";

    public CommandDefinition Definition { get; } = new(Name, "Show what data I keep, and for how long.", [
        new CommandOption(EraseOption, "Moderators: delete this server's data.")
        {
            Kind = OptionKind.Flag
        },
    ])
    {
        UsesArticle = false,
    };

    public async ValueTask<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var request = context.Request;
        if (!request.HasFlag(EraseOption)) return Explain();
        if (request.Caller is not { Server: { } server } caller)
            return Reply.Private(PrivacyTexts.NothingOutsideServers);
        if (!caller.CanManageServer) return Reply.Private(PrivacyTexts.OnlyModerators);
        if (!request.HasFlag(ConfirmedFlag)) return Confirm(request);
        bool isCurationKept;
        try
        {
            var deletesCuration = request.HasFlag(CurationFlag);
            await usage.EraseAsync(
                server, () => store.DeleteAsync(server, deletesCuration, cancellationToken), cancellationToken);
            isCurationKept = (await settings.ReadAsync(server, cancellationToken)).Curation is not null;
        }
        catch (StoreUnavailableException e)
        {
            return Reply.Private(PrivacyTexts.Failed(e.Message));
        }

        settings.Forget(server);
        return isCurationKept ? OfferToDeleteCuration(request) : Reply.Private(PrivacyTexts.Deleted);
    }

    private static Reply Confirm(CommandRequest request)
    {
        var confirmed = CommandRequest.Create(
            Name, request.ConversationId, (EraseOption, "true"), (ConfirmedFlag, "true"));
        return new Reply
        {
            Title = PrivacyTexts.ConfirmTitle,
            Blocks = [new Block.Paragraph(PrivacyTexts.Confirm)],
            Actions = [
                new ReplyAction(PrivacyTexts.ConfirmButton, confirmed) { KeepsHistory = true, IsDestructive = true }
            ],
            IsPrivate = true,
        };
    }

    private static Reply OfferToDeleteCuration(CommandRequest request)
    {
        var confirmed = CommandRequest.Create(
            Name, request.ConversationId, (EraseOption, "true"), (ConfirmedFlag, "true"), (CurationFlag, "true"));
        return new Reply
        {
            Blocks = [new Block.Paragraph(PrivacyTexts.Deleted), new Block.Paragraph(PrivacyTexts.CurationKept)],
            Actions = [
                new ReplyAction(PrivacyTexts.DeleteCurationButton, confirmed)
                {
                    KeepsHistory = true,
                    IsDestructive = true,
                },
            ],
            IsPrivate = true,
        };
    }

    private Reply Explain()
    {
        var days = $"{options.Retention.TotalDays:0} days";
        return new Reply
        {
            Title = PrivacyTexts.Title,
            Blocks =
            [
                new Block.List(
                    [
                        new ListItem(PrivacyTexts.Counts, "Counts"),
                        new ListItem(options.KeepQuestions
                            ? PrivacyTexts.Questions(days, options.MaxQuestions)
                            : PrivacyTexts.NoQuestions, "Questions"),
                        new ListItem(PrivacyTexts.Votes, "Votes"),
                        new ListItem(PrivacyTexts.Settings, "Settings"),
                        new ListItem(PrivacyTexts.Curation, "Changed questions"),
                        new ListItem(PrivacyTexts.Users, "About you"),
                    ],
                    PrivacyTexts.InServers),
                new Block.Paragraph(PrivacyTexts.Elsewhere),
                new Block.Paragraph(PrivacyTexts.InMemory),
                new Block.Note(PrivacyTexts.Deletion(days, $"/{Name} {EraseOption}: True")),
            ],
            IsPrivate = true,
        };
    }
}
