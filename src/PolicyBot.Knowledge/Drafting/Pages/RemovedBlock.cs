namespace PolicyBot.Knowledge.Drafting.Pages;

/// <summary>A block of text that was left out of the article.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Text">The text, in one line.</param>
public sealed record RemovedBlock(string Reason, string Text);
