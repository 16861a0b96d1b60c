namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>A file's path and text.</summary>
/// <param name="Path">The path shown in diagnostics.</param>
/// <param name="Text">Its text.</param>
public sealed record KnowledgeFile(string Path, string Text);
