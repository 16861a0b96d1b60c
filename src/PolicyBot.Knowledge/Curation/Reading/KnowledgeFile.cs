namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>A file's name and text, as given to the reader.</summary>
/// <param name="Path">How diagnostics name it.</param>
/// <param name="Text">Its text.</param>
public sealed record KnowledgeFile(string Path, string Text);
