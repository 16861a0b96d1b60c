using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands;

/// <summary>
/// Adds the way back to replies. It is part of the buttons' own requests, so nothing is stored and it survives
/// restarts.
/// </summary>
internal static class BackNavigation
{
    private const string Label = "Back";

    /// <summary>Makes a reply's actions lead back to it, and adds a button to where the user came from.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="request">The request it replies to.</param>
    public static Reply AddTo(Reply reply, CommandRequest request)
    {
        if (reply.IsFollowUp) return reply;
        var here = (reply.Permalink ?? request) with { Previous = request.Previous };
        return reply with
        {
            Choices = [.. reply.Choices.Select(c => LinkBack(c, here))],
            Actions = [.. reply.Actions.Select(a => LinkBack(a, here)), .. CreateBackAction(here.Previous)],
        };
    }

    private static ReplyAction LinkBack(ReplyAction action, CommandRequest here) => action with
    {
        Request = action.Request with { Previous = action.KeepsHistory ? here.Previous : here },
    };

    private static IEnumerable<ReplyAction> CreateBackAction(CommandRequest? previous) =>
        previous is null ? [] : [new ReplyAction(Label, previous)];
}
