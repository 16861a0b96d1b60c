using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands;

/// <summary>Lets whoever follows choices go back the way they came. The way is in the choices themselves, so nothing is kept.</summary>
internal static class BackNavigation
{
    private const string Back = "Back";

    /// <summary>The reply, whose choices lead back to it, and which leads back itself where a choice led to it.</summary>
    public static Reply Lay(Reply reply, CommandRequest invocation)
    {
        if (reply.IsBeside) return reply;
        var here = (reply.Again ?? invocation) with { From = invocation.From };
        return reply with
        {
            Choices = [.. reply.Choices.Select(c => After(c, here))],
            Actions = [.. reply.Actions.Select(a => After(a, here)), .. BackTo(here.From)],
        };
    }

    private static ReplyAction After(ReplyAction choice, CommandRequest here) => choice with { Invocation = choice.Invocation with { From = choice.IsSideways ? here.From : here } };

    private static IEnumerable<ReplyAction> BackTo(CommandRequest? from) => from is null ? [] : [new ReplyAction(Back, from)];
}
