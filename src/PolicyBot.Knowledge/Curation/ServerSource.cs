namespace PolicyBot.Knowledge.Curation;

/// <summary>What the answer to a server's own question rests on; at least one of text and address.</summary>
/// <param name="Text">A text such as “Rule 4”, or null.</param>
/// <param name="Url">An http or https address, percent-encoded, or null.</param>
public sealed record ServerSource(string? Text, string? Url);
