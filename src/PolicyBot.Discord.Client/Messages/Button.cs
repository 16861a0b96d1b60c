namespace PolicyBot.Discord.Client.Messages;

/// <summary>A button under a message.</summary>
/// <param name="Label">1 to 80 characters.</param>
/// <param name="CustomId">
/// The id that Discord sends when it is pressed: 1 to 100 characters, unique in its message.
/// </param>
public sealed record Button(string Label, string CustomId)
{
    /// <summary>Its color.</summary>
    public ButtonStyle Style { get; init; } = ButtonStyle.Secondary;
}
