using System.Globalization;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary><c>/curate undo</c>: undoes the latest change that applies.</summary>
internal sealed class UndoCommand(CurateServices services)
    : CurateCommand(Name, "Undo the latest change.", [], services)
{
    public const string Name = "undo";

    // Platforms don't list it: the button under a published change sets it.
    private const string NumberOption = "number";

    /// <summary>Creates the action that undoes a change, as long as it is the latest one.</summary>
    public static ReplyAction CreateAction(int number, ServedArticle article, string conversationId) => new(
        CurateTexts.Undo,
        CommandRequest.Create(
            $"{Group} {Name}", conversationId, (NumberOption, number.ToString(CultureInfo.InvariantCulture)))
            .For(article));

    protected override async Task<Reply> RunAsync(
        CuratedSet set, ModeratorContext context, CancellationToken cancellationToken)
    {
        if (set.Active is not [.., var last]) return Reply.Refusal(CurateTexts.NothingToUndo);
        return context.GetOption(NumberOption) is { } number
            && number != last.Number.ToString(CultureInfo.InvariantCulture)
            ? Reply.Refusal(CurateTexts.NotTheLatest)
            : await ProposeAsync(set, new ProposedEdit(context.User, []) { Undone = last }, context, cancellationToken);
    }
}
