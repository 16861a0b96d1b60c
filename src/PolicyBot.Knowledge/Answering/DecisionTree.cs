using System.Globalization;

namespace PolicyBot.Knowledge.Answering;

/// <summary>A small regression tree over the features of an entry.</summary>
internal sealed class DecisionTree
{
    private static readonly string[] Names = Enum.GetNames<Feature>();

    private readonly Node[] _nodes;

    /// <summary>A tree.</summary>
    /// <param name="nodes">Its nodes, the root first; children come after their parents.</param>
    public DecisionTree(Node[] nodes) => _nodes = nodes;

    /// <summary>Reads a tree that <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static DecisionTree Parse(string text) => new([.. text.Split(' ').Select(ParseNode)]);

    /// <summary>The value of the leaf that the features lead to.</summary>
    public float GetValue(in CandidateFeatures features)
    {
        var at = 0;
        while (_nodes[at].Left > 0) at = GetNext(_nodes[at], features);
        return _nodes[at].Value;
    }

    /// <summary>
    /// Adds to each feature by how much its splits change the value on the way to the leaf; returns the root's value.
    /// </summary>
    public float AddParts(in CandidateFeatures features, Span<double> parts)
    {
        var at = 0;
        while (_nodes[at].Left > 0)
        {
            var next = GetNext(_nodes[at], features);
            parts[(int)_nodes[at].Feature] += _nodes[next].Value - _nodes[at].Value;
            at = next;
        }

        return _nodes[0].Value;
    }

    /// <summary>The nodes, each as <c>feature:threshold:left:right:value</c>, a leaf as its value.</summary>
    public override string ToString() => string.Join(' ', _nodes.Select(n => n.Left > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{n.Feature}:{n.Threshold:R}:{n.Left}:{n.Right}:{n.Value:R}")
        : string.Create(CultureInfo.InvariantCulture, $"{n.Value:R}")));

    private static int GetNext(in Node node, in CandidateFeatures features) =>
        features[node.Feature] <= node.Threshold ? node.Left : node.Right;

    private static Node ParseNode(string text)
    {
        var fields = text.Split(':');
        return fields.Length == 1
            ? new Node(default, 0, 0, 0, ParseNumber(fields[0]))
            : new Node(
                ParseFeature(fields[0]), ParseNumber(fields[1]), int.Parse(fields[2], CultureInfo.InvariantCulture),
                int.Parse(fields[3], CultureInfo.InvariantCulture), ParseNumber(fields[4]));
    }

    private static Feature ParseFeature(string name) => Array.IndexOf(Names, name) is >= 0 and var index
        ? (Feature)index
        : throw new FormatException($"The confidence model has an unknown feature, {name}.");

    private static float ParseNumber(string text) => float.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A node.</summary>
    /// <param name="Feature">The feature that it splits by.</param>
    /// <param name="Threshold">Up to here the way goes left.</param>
    /// <param name="Left">The number of the left child; 0 for a leaf.</param>
    /// <param name="Right">The number of the right child; 0 for a leaf.</param>
    /// <param name="Value">The mean of what its leaves add to the log-odds; of a leaf, what it adds.</param>
    public readonly record struct Node(Feature Feature, float Threshold, int Left, int Right, float Value);
}
