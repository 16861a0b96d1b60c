namespace PolicyBot.Knowledge.Curation.Yaml;

/// <summary>What faults call a node.</summary>
internal static class NodeKinds
{
    public static string Name(Node node) => node.Kind switch
    {
        NodeKind.Text when node.Text.Length == 0 => "Nothing",
        NodeKind.Text => "A text",
        NodeKind.List => "A list",
        NodeKind.Map => "A set of keys",
        _ => $"An alias (*{node.Text})",
    };
}
