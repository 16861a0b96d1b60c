using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands;

/// <summary>
/// Adds the way back to replies. It is part of the buttons' own requests, so nothing is stored and it survives
/// restarts.
/// </summary>
internal static class BackNavigation
{
    private const string Label = "Back";

    /// <summary>
    /// Makes a reply's actions and its form lead back, and adds a button to where the user came from.
    /// </summary>
    /// <param name="reply">The reply.</param>
    /// <param name="request">The request it replies to.</param>
    public static Reply AddTo(Reply reply, CommandRequest request)
    {
        if (reply.Form is { } form) reply = reply with { Form = LinkBack(form, request) };
        if (reply.IsFollowUp) return reply;
        var here = FindHere(reply, request);
        return reply with
        {
            Choices = [.. reply.Choices.Select(c => LinkBack(c, here, request.Previous))],
            Actions =
            [
                .. reply.Actions.Select(a => LinkBack(a, here, request.Previous)),
                .. CreateBackAction(request.Previous),
            ],
        };
    }

    // Going back to a submitted form would submit it again.
    private static CommandRequest? FindHere(Reply reply, CommandRequest request) =>
        reply.Permalink is null && request.IsFromForm
            ? request.Previous
            : (reply.Permalink ?? request) with { Previous = request.Previous };

    private static ReplyAction LinkBack(ReplyAction action, CommandRequest? here, CommandRequest? previous) =>
        action with { Request = action.Request with { Previous = action.KeepsHistory ? previous : here } };

    // A form replaces no reply, so its submit leads back to where the form was opened.
    private static Form LinkBack(Form form, CommandRequest request) => form with
    {
        Request = form.Request with { Previous = request.Previous },
        Opener = (form.Opener ?? (request.IsFromForm ? form.Request : request)) with { Previous = request.Previous },
    };

    private static IEnumerable<ReplyAction> CreateBackAction(CommandRequest? previous) =>
        previous is null ? [] : [new ReplyAction(Label, previous)];
}
