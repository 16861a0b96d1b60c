using PolicyBot.Knowledge.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PolicyBot.Knowledge.Curation.Yaml;

/// <summary>Builds nodes from the parser's events: no reflection, no object mapping, so that a cold start stays short.</summary>
internal static class YamlReader
{
    private const int MaxDepth = 16;

    /// <summary>The file's only document, or null where it has none or is no YAML, which is told.</summary>
    public static Node? Read(string yaml, DiagnosticBag diagnostics)
    {
        var outcome = Parse(yaml);
        if (outcome.Root is null) diagnostics.Add(outcome.Line, null, outcome.Problem, outcome.Fix);
        return outcome.Root;
    }

    private static ParseResult Parse(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        try
        {
            return Build(parser, yaml);
        }
        catch (YamlException exception) when (
            exception.Message.Contains("tab", StringComparison.Ordinal)
            && FindTab(yaml, parser.Current?.End.Line ?? 1) is { } line)
        {
            return new(
                null,
                line,
                "The line is indented with a tab, which YAML does not allow.",
                "Indent it with spaces, as the lines around it.");
        }
        catch (YamlException exception)
        {
            return new(
                null,
                (int)exception.Start.Line,
                $"The file is not YAML from here: {Sentence(exception.Message)}",
                "Fix the indentation, quotation marks or colons on this line or just above it.");
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // On an unclosed bracket and the like the scanner trips over itself, with exceptions of many types and of no use to the reader.
            var line = (int)(parser.Current?.End.Line ?? 1);
            return new(
                null,
                line,
                "The file is not YAML somewhere from here on.",
                "Fix what is not closed or not allowed after this line: a bracket, a quotation mark, an escape (\\), a directive (%).");
        }
    }

    private static ParseResult Build(Parser parser, string yaml)
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
                    Place(new Node(NodeKind.Text, line, scalar.Value, isBlock) { Comment = FindComment(yaml, scalar) });
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

    // The first line from the given one on whose indentation has a tab.
    private static int? FindTab(string yaml, long from)
    {
        var line = 0;
        foreach (var range in yaml.AsSpan().Split('\n'))
        {
            line++;
            var text = yaml.AsSpan()[range];
            if (line >= from && text[..(text.Length - text.TrimStart().Length)].Contains('\t')) return line;
        }

        return null;
    }

    // A comment right behind a text without quotation marks may be a piece of it.
    private static string? FindComment(string yaml, Scalar scalar)
    {
        if (scalar.Style != ScalarStyle.Plain) return null;
        var at = (int)Math.Min(scalar.End.Index, yaml.Length);
        var rest = yaml.AsSpan(at).TrimStart(' ');
        if (rest.Length == yaml.Length - at || rest[0] != '#') return null;
        var end = rest.IndexOf('\n');
        return (end < 0 ? rest : rest[..end]).TrimEnd().ToString();
    }

    private static string Sentence(string message) => message.TrimEnd().TrimEnd('.') + ".";

    /// <summary>The document, or what kept it from being read.</summary>
    private readonly record struct ParseResult(Node? Root, int Line, string Problem, string Fix);
}
