namespace PolicyBot.Knowledge.Curation.Yaml;

/// <summary>The kind of a YAML node.</summary>
internal enum NodeKind
{
    Text,
    List,
    Map,
    Alias,
}
