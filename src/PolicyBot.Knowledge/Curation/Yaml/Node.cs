namespace PolicyBot.Knowledge.Curation.Yaml;

/// <summary>A node of a YAML file with its line. Tags and anchors are ignored.</summary>
/// <param name="kind">The kind.</param>
/// <param name="line">The first line, from 1.</param>
/// <param name="text">A text's value, or an alias's name.</param>
/// <param name="isBlock">
/// Whether it is a literal block (<c>|</c>), whose lines follow <paramref name="line"/> in the file.
/// </param>
internal sealed class Node(NodeKind kind, int line, string text = "", bool isBlock = false)
{
    private readonly List<Node>? _children = kind is NodeKind.List or NodeKind.Map ? [] : null;

    public NodeKind Kind { get; } = kind;

    public int Line { get; } = line;

    public string Text { get; } = text;

    public bool IsBlock { get; } = isBlock;

    /// <summary>The comment after a text on its line, with the “#”, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>A list's items, or a map's alternating keys and values.</summary>
    public IReadOnlyList<Node> Children => _children ?? (IReadOnlyList<Node>)[];

    public void Add(Node child) => _children?.Add(child);

    /// <summary>What messages call the node.</summary>
    public string Describe() => Kind switch
    {
        NodeKind.Text when Text.Length == 0 => "nothing",
        NodeKind.Text => "text",
        NodeKind.List => "a list",
        NodeKind.Map => "a set of keys",
        _ => $"an alias (*{Text})",
    };
}
