using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands;

/// <summary>Lets whoever follows choices go back the way they came. The way is in the choices themselves, so nothing is kept.</summary>
internal static class BackNavigation
{
    private const string Back = "Back";

    /// <summary>The reply, whose choices lead back to it, and which leads back itself where a choice led to it.</summary>
    public static Reply AddTo(Reply reply, CommandRequest request)
    {
        if (reply.IsFollowUp) return reply;
        var here = (reply.Permalink ?? request) with { Previous = request.Previous };
        return reply with
        {
            Choices = [.. reply.Choices.Select(c => After(c, here))],
            Actions = [.. reply.Actions.Select(a => After(a, here)), .. BackTo(here.Previous)],
        };
    }

    private static ReplyAction After(ReplyAction choice, CommandRequest here) => choice with { Request = choice.Request with { Previous = choice.KeepsHistory ? here.Previous : here } };

    private static IEnumerable<ReplyAction> BackTo(CommandRequest? from) => from is null ? [] : [new ReplyAction(Back, from)];
}
