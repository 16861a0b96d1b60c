namespace PolicyBot.Knowledge.Curation.Yaml;

/// <summary>A text and the line on which it stands.</summary>
internal readonly record struct LocatedText(string Text, int Line);
