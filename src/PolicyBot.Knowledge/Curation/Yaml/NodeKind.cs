namespace PolicyBot.Knowledge.Curation.Yaml;

/// <summary>What a node of a YAML file is.</summary>
internal enum NodeKind
{
    Text,
    List,
    Map,
    Alias,
}
