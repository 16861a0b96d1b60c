using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary>Creates short replies.</summary>
internal static class CurateReply
{
    /// <summary>Creates the reply to what can't be done.</summary>
    public static Reply Refuse(string text) => Reply.Private(text) with { Kind = ReplyKind.Refusal };
}
