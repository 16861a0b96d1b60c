using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Evaluation.Effects;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary>Shows a moderator what a change would do before it is published.</summary>
internal static class EffectReply
{
    private const int EffectsShown = 10;

    /// <summary>Creates the reply to a change that was tried.</summary>
    /// <param name="result">The result of trying it.</param>
    /// <param name="edit">The change.</param>
    /// <param name="set">The set before it.</param>
    /// <param name="conversationId">Where it was made.</param>
    /// <param name="note">A note above everything else, or null.</param>
    public static Reply Create(
        ProposalResult result, ProposedEdit edit, CuratedSet set, string conversationId, string? note = null) =>
        result switch
        {
            ProposalResult.Valid(var proposal) => Show(proposal, conversationId, note),
            ProposalResult.Invalid(var problems) =>
                DraftedForm.Reject([.. problems.Select(ChangeTexts.Explain)], edit.EditAgain, note),
            _ => throw new InvalidOperationException($"Unknown result: {result.GetType().Name}."),
        };

    /// <summary>Creates the second question before a change that makes some answers worse.</summary>
    public static Reply Confirm(Proposal proposal, string conversationId) => new()
    {
        Title = CurateTexts.ConfirmTitle(proposal.Effects.Count(EffectKind.Worse)),
        Blocks =
        [
            new Block.List(
                [
                    .. proposal.Effects.Effects.Where(e => e.Kind == EffectKind.Worse).Take(EffectsShown)
                        .Select(e => new ListItem(ChangeTexts.Describe(e))),
                ],
                CurateTexts.WorseHeading),
        ],
        Actions =
        [
            new ReplyAction(
                CurateTexts.PublishAnyway, PublishCommand.CreateRequest(proposal, conversationId, isConfirmed: true))
            {
                IsDestructive = true,
                KeepsHistory = true,
            },
        ],
    };

    /// <summary>Creates the reply to a published change.</summary>
    public static Reply Published(Proposal proposal, PublishResult.Published published, string conversationId) => new()
    {
        Title = CurateTexts.Published,
        Blocks =
        [
            new Block.Paragraph(ChangeTexts.DescribePublished(proposal)),
            new Block.Note(published.AreDismissed
                ? CurateTexts.PublishedNote(proposal.Edit.Resolved.Count)
                : CurateTexts.PublishedNotDismissed),
        ],
        Actions = proposal.Edit.Undone is not null
            ? []
            :
            [
                UndoCommand.CreateAction(published.Number, proposal.After.Article, conversationId),
            ],
    };

    private static Reply Show(Proposal proposal, string conversationId, string? note)
    {
        var effects = proposal.Effects;
        List<Block> blocks = [];
        if (note is not null) blocks.Add(new Block.Note(note));
        blocks.Add(new Block.Paragraph(ChangeTexts.Describe(proposal)));
        blocks.AddRange(ChangeTexts.Quote(proposal));
        blocks.Add(new Block.Paragraph(CurateTexts.Counts(effects)));
        if (effects.Effects.Count > 0) blocks.Add(CreateList(effects.Effects));
        List<ReplyAction> actions =
        [
            new(
                effects.Count(EffectKind.Worse) > 0
                    ? CurateTexts.PublishWorse(effects.Count(EffectKind.Worse))
                    : CurateTexts.Publish,
                PublishCommand.CreateRequest(proposal, conversationId, isConfirmed: false))
            {
                IsDestructive = effects.Count(EffectKind.Worse) > 0,
                KeepsHistory = true,
            },
        ];
        if (proposal.Edit.EditAgain is { } editAgain) actions.Add(new ReplyAction(CurateTexts.EditAgain, editAgain));
        return new Reply
        {
            Title = CurateTexts.EffectTitle,
            Kind = effects.Count(EffectKind.Worse) > 0 ? ReplyKind.Refusal : ReplyKind.Answer,
            Blocks = [.. blocks, new Block.Note(CurateTexts.EffectNote)],
            File = effects.Effects.Count == 0 ? null : EffectFile.Create(effects),
            Actions = actions,
        };
    }

    private static Block.List CreateList(IReadOnlyList<Effect> effects) => new(
        [.. effects.Take(EffectsShown).Select(e => new ListItem(ChangeTexts.Describe(e), CurateTexts.Kind(e.Kind)))],
        CurateTexts.EffectsHeading(effects.Count, EffectsShown));
}
