using PolicyBot.Knowledge.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PolicyBot.Knowledge.Curation.Yaml;

/// <summary>
/// Builds nodes from the parser's events, without reflection or object mapping, which keeps startup fast.
/// </summary>
internal static class YamlReader
{
    private const int MaxDepth = 16;

    /// <summary>
    /// Reads the file's only document; null if there is none or the file is not valid YAML, which is reported.
    /// </summary>
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
                "The line is indented with a tab, which YAML doesn't allow.",
                "Indent it with spaces, like the lines around it.");
        }
        catch (YamlException exception)
        {
            return new(
                null,
                (int)exception.Start.Line,
                $"The file is not valid YAML from here: {Sentence(exception.Message)}",
                "Fix the indentation, quotation marks or colons on this line or just above it.");
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // On an unclosed bracket, for example, the scanner fails with exceptions of many types that don't help the
            // reader.
            var line = (int)(parser.Current?.End.Line ?? 1);
            return new(
                null,
                line,
                "The file is not valid YAML somewhere after this line.",
                "Look for an unclosed bracket or quotation mark, or an invalid escape (\\) or directive (%).");
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
                    return new(
                        null, line, "A second document begins here.", "Keep one set per file, without a “---” line.");
                case Scalar scalar:
                    var isBlock = scalar.Style == ScalarStyle.Literal;
                    Place(new Node(NodeKind.Text, line, scalar.Value, isBlock) { Comment = FindComment(yaml, scalar) });
                    break;
                case AnchorAlias alias:
                    Place(new Node(NodeKind.Alias, line, alias.Value.Value));
                    break;
                case SequenceStart or MappingStart when open.Count == MaxDepth:
                    return new(
                        null,
                        line,
                        $"Lists and maps are nested more than {MaxDepth} levels deep here.",
                        "Remove the inner ones; a set needs only a few levels.");
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

        return new(root, 1, "The file is empty.", "Write the set: at least “summary” and “questions”.");

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

    // The first line from a given one whose indentation has a tab.
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

    // A comment directly after an unquoted text may be part of it.
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

    /// <summary>The document, or the problem that prevented reading it.</summary>
    private readonly record struct ParseResult(Node? Root, int Line, string Problem, string Fix);
}
