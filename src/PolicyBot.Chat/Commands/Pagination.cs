using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands;

/// <summary>Buttons to the previous and the next page or item.</summary>
internal static class Pagination
{
    /// <summary>Creates the buttons, unless there is no previous or no next one.</summary>
    /// <param name="number">The number of what is shown, from 1.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="createRequest">Creates the request that shows another number.</param>
    /// <param name="getTextAlternative">
    /// Returns what to type instead of pressing a button, given the number and what it does; null for nothing.
    /// </param>
    public static IEnumerable<ReplyAction> CreateActions(
        int number,
        int count,
        Func<int, CommandRequest> createRequest,
        Func<int, string, string>? getTextAlternative = null)
    {
        if (number > 1) yield return Create("Previous", number - 1, "shows the previous page");
        if (number < count) yield return Create("Next", number + 1, "shows the next page");

        ReplyAction Create(string label, int target, string effect) => new(label, createRequest(target))
        {
            KeepsHistory = true,
            TextAlternative = getTextAlternative?.Invoke(target, effect),
        };
    }
}
