using PolicyBot.Chat.Commands;

namespace PolicyBot.Chat.Messages;

/// <summary>Something the reader can pick.</summary>
/// <param name="Label">What it is called; as long as a question may be, so a platform may have to shorten it.</param>
/// <param name="Request">What is done when it is picked.</param>
public sealed record ReplyAction(string Label, CommandRequest Request)
{
    /// <summary>Whether it shows something beside what is shown rather than behind it, such as the next page: going back passes it over.</summary>
    public bool KeepsHistory { get; init; }

    /// <summary>How one gets there by typing, in a sentence, for a platform that cannot carry the request; or null.</summary>
    public string? TextAlternative { get; init; }
}
