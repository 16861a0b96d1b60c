namespace PolicyBot.Knowledge.Curation.Yaml;

/// <summary>A text and its line.</summary>
internal readonly record struct LocatedText(string Text, int Line);
