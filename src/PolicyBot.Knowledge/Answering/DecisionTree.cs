using System.Globalization;

namespace PolicyBot.Knowledge.Answering;

/// <summary>A small regression tree over the features of an entry.</summary>
internal sealed class DecisionTree
{
    private static readonly string[] Names = Enum.GetNames<Feature>();

    private readonly Node[] _nodes;

    /// <summary>Creates a tree.</summary>
    /// <param name="nodes">The nodes, root first; children come after their parents.</param>
    public DecisionTree(Node[] nodes) => _nodes = nodes;

    /// <summary>Parses the format of <see cref="ToString"/>.</summary>
    /// <exception cref="FormatException">The text is not a tree.</exception>
    public static DecisionTree Parse(string text) => new([.. text.Split(' ').Select(ParseNode)]);

    /// <summary>Gets the value of the leaf for the features.</summary>
    public float GetValue(in CandidateFeatures features)
    {
        var at = 0;
        while (_nodes[at].Left > 0) at = GetNext(_nodes[at], features);
        return _nodes[at].Value;
    }

    /// <summary>
    /// Adds to each feature how much its splits change the value on the path to the leaf; returns the root's value.
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

    /// <summary>Gets the thresholds at which the tree splits on a feature.</summary>
    public IEnumerable<float> GetThresholds(Feature feature) =>
        _nodes.Where(n => n.Left > 0 && n.Feature == feature).Select(n => n.Threshold);

    /// <summary>Gets the highest value of the leaves that can be reached.</summary>
    /// <param name="ranges">The range of each feature's possible values, in the order of <see cref="Feature"/>.</param>
    public float GetHighest(ReadOnlySpan<(float Lowest, float Highest)> ranges) => GetHighest(0, ranges);

    private float GetHighest(int at, ReadOnlySpan<(float Lowest, float Highest)> ranges)
    {
        ref readonly var node = ref _nodes[at];
        if (node.Left <= 0) return node.Value;
        var (lowest, highest) = ranges[(int)node.Feature];
        if (highest <= node.Threshold) return GetHighest(node.Left, ranges);
        if (lowest > node.Threshold) return GetHighest(node.Right, ranges);
        return Math.Max(GetHighest(node.Left, ranges), GetHighest(node.Right, ranges));
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
    /// <param name="Feature">The feature it splits on.</param>
    /// <param name="Threshold">Values up to this go left.</param>
    /// <param name="Left">The index of the left child; 0 for a leaf.</param>
    /// <param name="Right">The index of the right child; 0 for a leaf.</param>
    /// <param name="Value">What a leaf adds to the log-odds; for an inner node, the mean of its leaves.</param>
    public readonly record struct Node(Feature Feature, float Threshold, int Left, int Right, float Value);
}
