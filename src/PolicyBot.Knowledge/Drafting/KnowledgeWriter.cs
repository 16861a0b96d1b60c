using System.Text;

namespace PolicyBot.Knowledge.Drafting;

/// <summary>Writes a drafted set as YAML with comments.</summary>
internal sealed class KnowledgeWriter
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

    /// <summary>Writes a key with a text; the first of a list’s item begins with a dash.</summary>
    public void Text(string key, string text, int indent, bool isFirst = false) =>
        _yaml.Append(' ', isFirst ? indent - 2 : indent).Append(isFirst ? "- " : "").Append(key).Append(": ")
            .Append(Quote(text)).Append('\n');

    /// <summary>Writes a key with a list of short texts on one line.</summary>
    public void List(string key, IEnumerable<string> texts, int indent) =>
        _yaml.Append(' ', indent).Append(key).Append(": [").AppendJoin(", ", texts.Select(Quote)).Append("]\n");

    /// <summary>Writes lines as a block.</summary>
    public void Block(string key, IReadOnlyList<string> lines, int indent)
    {
        if (lines.Count == 0) return;
        _yaml.Append(' ', indent).Append(key).Append(": |\n");
        foreach (var line in lines) _yaml.Append(' ', indent + 2).Append(line).Append('\n');
    }

    // Always in quotation marks, except plain words: no text is then taken for anything else.
    private static string Quote(string text)
    {
        if (text.Length > 0 && char.IsLetter(text[0]) && text[^1] != ' '
            && text.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '.' or '’' or '“' or '”' or '(' or ')')
            && text.ToLowerInvariant() is not ("true" or "false" or "null" or "yes" or "no"))
            return text;
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal);
        return $"\"{escaped}\"";
    }
}
