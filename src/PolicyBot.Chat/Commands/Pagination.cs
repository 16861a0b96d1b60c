using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands;

/// <summary>Leads to the one before and the one after.</summary>
internal static class Pagination
{
    /// <summary>The actions where there is one.</summary>
    /// <param name="number">Which one is shown, from 1.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="to">What shows another one.</param>
    /// <param name="byTyping">How one gets to it by typing; of its number, and where that leads.</param>
    public static IEnumerable<ReplyAction> Actions(int number, int count, Func<int, CommandRequest> to, Func<int, string, string> byTyping)
    {
        if (number > 1) yield return new ReplyAction("Previous", to(number - 1)) { KeepsHistory = true, TextAlternative = byTyping(number - 1, "goes back") };
        if (number < count) yield return new ReplyAction("Next", to(number + 1)) { KeepsHistory = true, TextAlternative = byTyping(number + 1, "goes on") };
    }
}
