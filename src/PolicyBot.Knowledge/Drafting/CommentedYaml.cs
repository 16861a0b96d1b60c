using System.Text;
using PolicyBot.Knowledge.Curation.Writing;

namespace PolicyBot.Knowledge.Drafting;

/// <summary>Writes YAML with comments.</summary>
internal sealed class CommentedYaml
{
    private readonly StringBuilder _yaml = new();

    /// <summary>The text so far.</summary>
    public override string ToString() => _yaml.ToString();

    /// <summary>Writes a comment; a line for each line of it.</summary>
    public void Comment(string text, int indent = 0)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
            _yaml.Append(' ', indent).Append("# ").Append(line).Append('\n');
    }

    /// <summary>Writes an empty line.</summary>
    public void Space() => _yaml.Append('\n');

    /// <summary>Writes a key that has more below it.</summary>
    public void Key(string key, int indent = 0) => _yaml.Append(' ', indent).Append(key).Append(":\n");

    /// <summary>Writes a key with a text; the first of a list's item begins with a dash.</summary>
    public void Text(string key, string text, int indent, bool isFirst = false) =>
        _yaml.Append(' ', isFirst ? indent - 2 : indent).Append(isFirst ? "- " : "").Append(key).Append(": ")
            .Append(YamlText.Format(text)).Append('\n');

    /// <summary>Writes a key with a list of short texts on one line.</summary>
    public void List(string key, IEnumerable<string> texts, int indent) =>
        _yaml.Append(' ', indent).Append(key).Append(": ").Append(YamlText.FormatList(texts)).Append('\n');

    /// <summary>Writes lines as a block.</summary>
    public void Block(string key, IReadOnlyList<string> lines, int indent)
    {
        if (lines.Count == 0) return;
        _yaml.Append(' ', indent).Append(key).Append(": |\n");
        foreach (var line in lines) _yaml.Append(' ', indent + 2).Append(line).Append('\n');
    }
}
