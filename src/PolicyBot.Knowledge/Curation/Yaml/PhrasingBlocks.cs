using System.Text;

namespace PolicyBot.Knowledge.Curation.Yaml;

/// <summary>
/// The literal blocks of phrasings, lifted out of a file before the parser sees it. They are nine tenths of a set, and the parser's walk over
/// them, character by character, took a third of a cold start. A blank line stays for each line, so that line numbers stand.
/// </summary>
internal sealed class PhrasingBlocks
{
    private const string Header = "phrasings: |";

    private readonly Dictionary<int, string> blocks = [];

    private PhrasingBlocks(string rest) => Rest = rest;

    /// <summary>The file without the blocks.</summary>
    public string Rest { get; private set; }

    /// <summary>Whether each block found its node; where not, a header stood within other text, and the file must be read without lifting.</summary>
    public bool AllTaken => blocks.Count == 0;

    public static PhrasingBlocks None(string yaml) => new(yaml);

    public static PhrasingBlocks Lift(string yaml)
    {
        var lifted = new PhrasingBlocks(yaml);
        var rest = new StringBuilder(yaml.Length / 2);
        var line = 0;
        for (var at = 0; at < yaml.Length;)
        {
            line++;
            var end = EndOfLine(yaml, at);
            rest.Append(yaml, at, end - at);
            var text = yaml.AsSpan(at, end - at).TrimEnd();
            at = end;
            if (!text.EndsWith(Header, StringComparison.Ordinal) || Indent(text) is var indent && indent + Header.Length != text.Length) continue;
            var (blockEnd, lines) = Extent(yaml, at, indent);
            if (lines == 0) continue;
            lifted.blocks.Add(line, yaml[at..blockEnd]);
            rest.Append('\n', lines);
            line += lines;
            at = blockEnd;
        }

        lifted.Rest = rest.ToString();
        return lifted;
    }

    /// <summary>The block whose header stands on a line, or null.</summary>
    public string? Take(int line) => blocks.Remove(line, out var block) ? block : null;

    // A block ends before the first line that is indented no deeper than its key. One that is not of even depth is left to the parser, which
    // tells what is wrong with it.
    private static (int End, int Lines) Extent(string yaml, int start, int keyIndent)
    {
        var (lines, depth, at) = (0, 0, start);
        while (at < yaml.Length)
        {
            var end = EndOfLine(yaml, at);
            var text = yaml.AsSpan(at, end - at).TrimEnd();
            var indent = Indent(text);
            if (indent < text.Length)
            {
                if (indent <= keyIndent) break;
                if (depth == 0) depth = indent;
                if (indent < depth) return (start, 0);
            }

            lines++;
            at = end;
        }

        return (at, lines);
    }

    private static int EndOfLine(string yaml, int at)
    {
        var end = yaml.IndexOf('\n', at);
        return end < 0 ? yaml.Length : end + 1;
    }

    private static int Indent(ReadOnlySpan<char> line)
    {
        var indent = line.IndexOfAnyExcept(' ');
        return indent < 0 ? line.Length : indent;
    }
}
