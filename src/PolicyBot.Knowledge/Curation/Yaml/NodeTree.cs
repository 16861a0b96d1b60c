using PolicyBot.Knowledge.Curation.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PolicyBot.Knowledge.Curation.Yaml;

/// <summary>Builds nodes from the parser's events: no reflection, no object mapping, so that a cold start stays short.</summary>
internal static class NodeTree
{
    private const int MaxDepth = 16;

    /// <summary>The file's only document, or null where it has none or is no YAML, which is told.</summary>
    public static Node? Read(string yaml, FaultList faults)
    {
        var blocks = PhrasingBlocks.Lift(yaml);
        var outcome = Parse(blocks);
        if (!blocks.AllTaken) outcome = Parse(PhrasingBlocks.None(yaml));
        if (outcome.Root is null) faults.Add(outcome.Line, null, outcome.Problem, outcome.Mend);
        return outcome.Root;
    }

    private static Outcome Parse(PhrasingBlocks blocks)
    {
        var parser = new Parser(new StringReader(blocks.Rest));
        try
        {
            return Build(parser, blocks);
        }
        catch (YamlException exception)
        {
            return new(
                null,
                (int)exception.Start.Line,
                $"The file is not YAML from here: {Sentence(exception.Message)}",
                "Mend the indentation, quotation marks or colons on this line or just above it.");
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // On an unclosed bracket and the like the scanner trips over itself, with exceptions of many types and of no use to the reader.
            var line = (int)(parser.Current?.End.Line ?? 1);
            return new(
                null,
                line,
                "The file is not YAML somewhere from here on.",
                "Mend what is not closed or not allowed after this line: a bracket, a quotation mark, an escape (\\), a directive (%).");
        }
    }

    private static Outcome Build(Parser parser, PhrasingBlocks blocks)
    {
        Node? root = null;
        var open = new Stack<Node>();
        while (parser.MoveNext())
        {
            var parsed = parser.Current!;
            var line = (int)parsed.Start.Line;
            switch (parsed)
            {
                case DocumentStart when root is not null:
                    return new(null, line, "A second document begins here.", "Keep one set a file, without “---” between.");
                case Scalar scalar:
                    var isBlock = scalar.Style == ScalarStyle.Literal;
                    Place(new Node(NodeKind.Text, line, (isBlock ? blocks.Take(line) : null) ?? scalar.Value, isBlock));
                    break;
                case AnchorAlias alias:
                    Place(new Node(NodeKind.Alias, line, alias.Value.Value));
                    break;
                case SequenceStart or MappingStart when open.Count == MaxDepth:
                    return new(null, line, $"Lists and maps stand more than {MaxDepth} deep in one another here.", "Take the inner ones out; a set needs few.");
                case SequenceStart:
                    Open(new Node(NodeKind.List, line));
                    break;
                case MappingStart:
                    Open(new Node(NodeKind.Map, line));
                    break;
                case SequenceEnd or MappingEnd:
                    open.Pop();
                    break;
            }
        }

        return new(root, 1, "The file holds nothing.", "Write the set into it: at least “summary” and “questions”.");

        void Place(Node node)
        {
            if (open.TryPeek(out var parent)) parent.Add(node);
            else root = node;
        }

        void Open(Node node)
        {
            Place(node);
            open.Push(node);
        }
    }

    private static string Sentence(string message) => message.TrimEnd().TrimEnd('.') + ".";

    /// <summary>The document, or what kept it from being read.</summary>
    private readonly record struct Outcome(Node? Root, int Line, string Problem, string Mend);
}
