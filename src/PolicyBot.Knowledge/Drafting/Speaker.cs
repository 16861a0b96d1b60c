namespace PolicyBot.Knowledge.Drafting;

/// <summary>Who says something.</summary>
/// <param name="Name">The name, or the words of the article: “The letter”.</param>
/// <param name="Review">Why that is unsure, or null.</param>
internal sealed record Speaker(string Name, string? Review);
