namespace PolicyBot.Knowledge.Curation.Yaml;

/// <summary>A node of a YAML file that knows its line. Tags and anchors are left out: the files have no use for them.</summary>
/// <param name="kind">What it is.</param>
/// <param name="line">Where it begins, from 1.</param>
/// <param name="text">A text's value, or an alias's name.</param>
/// <param name="isBlock">Whether it is a literal block (<c>|</c>): its lines are those of the file, from the one after <paramref name="line"/>.</param>
internal sealed class Node(NodeKind kind, int line, string text = "", bool isBlock = false)
{
    private readonly List<Node>? _children = kind is NodeKind.List or NodeKind.Map ? [] : null;

    public NodeKind Kind { get; } = kind;

    public int Line { get; } = line;

    public string Text { get; } = text;

    public bool IsBlock { get; } = isBlock;

    /// <summary>The comment behind a text on its line, with its “#”, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>A list's items; or a map's keys and values, in turn.</summary>
    public IReadOnlyList<Node> Children => _children ?? (IReadOnlyList<Node>)[];

    public void Add(Node child) => _children?.Add(child);

    /// <summary>What error messages call the node.</summary>
    public string Describe() => Kind switch
    {
        NodeKind.Text when Text.Length == 0 => "Nothing",
        NodeKind.Text => "A text",
        NodeKind.List => "A list",
        NodeKind.Map => "A set of keys",
        _ => $"An alias (*{Text})",
    };
}
