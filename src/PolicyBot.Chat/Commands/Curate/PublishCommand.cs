using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Evaluation.Effects;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary>The button that publishes a change whose effects a moderator has seen.</summary>
internal sealed class PublishCommand(SetEditor editor)
    : ModeratorCommand($"{CurateCommand.Group} publish", "Publish a change.", [])
{
    public const string IdOption = "id";

    /// <summary>Set if some questions get worse, and the moderator has confirmed it.</summary>
    public const string ConfirmedFlag = "sure";

    private const string Name = $"{CurateCommand.Group} publish";

    /// <summary>Creates the request that publishes a change.</summary>
    public static CommandRequest CreateRequest(Proposal proposal, string conversationId, bool isConfirmed)
    {
        var request = CommandRequest.Create(Name, conversationId, (IdOption, proposal.Id));
        return isConfirmed ? request.With(ConfirmedFlag, "true") : request;
    }

    // Only a button leads to it.
    public override CommandDefinition Definition => base.Definition with { IsListed = false };

    protected override async Task<Reply> RunAsync(ModeratorContext context, CancellationToken cancellationToken)
    {
        if (editor.FindProposal(context.Server, context.GetOption(IdOption)) is not { } proposal)
            return Reply.Refusal(CurateTexts.ProposalGone);
        var conversationId = context.Request.ConversationId;
        var isSure = proposal.IsPublished || context.Request.HasFlag(ConfirmedFlag);
        if (!isSure && proposal.Effects.Count(EffectKind.Worse) > 0)
            return EffectReply.Confirm(proposal, conversationId);
        return await editor.PublishAsync(proposal, context.User, cancellationToken) switch
        {
            PublishResult.Published published => EffectReply.Published(proposal, published, conversationId),
            PublishResult.AlreadyPublished => Reply.Refusal(CurateTexts.AlreadyPublished),
            PublishResult.Outdated(var result, var other) => EffectReply.Create(
                result, proposal.Edit, proposal.Before, conversationId, CurateTexts.Outdated(other)),
            _ => Reply.Refusal(CurateTexts.ArticleUnavailable),
        };
    }
}
