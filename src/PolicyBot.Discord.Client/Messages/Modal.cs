namespace PolicyBot.Discord.Client.Messages;

/// <summary>A window with fields that a user fills in and submits.</summary>
/// <param name="CustomId">The id that Discord sends when it is submitted: 1 to 100 characters.</param>
/// <param name="Title">1 to 45 characters.</param>
/// <param name="Components">1 to 5 fields and texts.</param>
public sealed record Modal(string CustomId, string Title, IReadOnlyList<ModalComponent> Components);
