namespace PolicyBot.Chat.Messages;

/// <summary>Something the reader can choose: a button, or an item of a menu.</summary>
/// <param name="Label">Its text; up to the length of a question, so platforms may have to shorten it.</param>
/// <param name="Request">What runs when it is chosen.</param>
public sealed record ReplyAction(string Label, CommandRequest Request)
{
    /// <summary>
    /// Whether its reply takes the place of this one in the history, as the next page does: <em>Back</em> then leads to
    /// where this reply leads back to.
    /// </summary>
    public bool KeepsHistory { get; init; }

    /// <summary>Whether it deletes something.</summary>
    public bool IsDestructive { get; init; }

    /// <summary>
    /// A sentence that says what to type instead, for platforms that can't fit the request in a button; or null.
    /// </summary>
    public string? TextAlternative { get; init; }
}
