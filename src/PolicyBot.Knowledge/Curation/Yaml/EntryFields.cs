using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Yaml;

/// <summary>The keys and values of one entry, checked against the allowed keys.</summary>
internal sealed class EntryFields
{
    private readonly Dictionary<string, Node> _values = new(StringComparer.Ordinal);
    private readonly string? _entry;

    private EntryFields(int line, string? entry) => (Line, _entry) = (line, entry);

    /// <summary>The entry's first line.</summary>
    public int Line { get; }

    /// <summary>The entry's name in diagnostics; empty for the file itself.</summary>
    public string Entry => _entry ?? "";

    /// <summary>A key's value, or null; a missing required key has been reported.</summary>
    public Node? this[string key] => _values.GetValueOrDefault(key);

    public static EntryFields? Read(
        Node node, string? entry, DiagnosticBag diagnostics, string[] required, params string[] optional)
    {
        if (node.Kind != NodeKind.Map)
        {
            diagnostics.Add(
                node.Line,
                entry,
                $"Keys and values are expected here, not {node.Describe()}.",
                $"Write the keys {DiagnosticText.QuoteAll(required)}, each with a colon and its value.");
            return null;
        }

        var fields = new EntryFields(node.Line, entry);
        for (var i = 0; i + 1 < node.Children.Count; i += 2)
            fields.Add(node.Children[i], node.Children[i + 1], diagnostics, [.. required, .. optional]);
        foreach (var key in required)
        {
            if (!fields._values.ContainsKey(key))
            {
                diagnostics.Add(
                    node.Line,
                    entry,
                    $"The key “{key}” is missing.",
                    $"Write “{key}:” with its value.");
            }
        }

        return fields;
    }

    /// <summary>Reads a key's text before the entry is checked, to label it; null if there is none.</summary>
    public static string? Peek(Node node, string key, int maxLength)
    {
        if (node.Kind != NodeKind.Map) return null;
        for (var i = 0; i + 1 < node.Children.Count; i += 2)
        {
            if (node.Children[i].Text != key) continue;
            var text = node.Children[i + 1].Text.Trim();
            if (text.Length > 0 && text.Length <= maxLength) return text;
        }

        return null;
    }

    private void Add(Node key, Node value, DiagnosticBag diagnostics, string[] known)
    {
        if (key.Kind != NodeKind.Text)
        {
            diagnostics.Add(
                key.Line,
                _entry,
                $"A key is expected here, not {key.Describe()}.",
                $"Write one of the keys {DiagnosticText.QuoteAll(known)}.");
        }
        else if (!known.Contains(key.Text, StringComparer.Ordinal))
        {
            diagnostics.Add(
                key.Line,
                _entry,
                $"The key {DiagnosticText.Quote(key.Text)} is unknown.",
                $"Remove it, or use one of {DiagnosticText.QuoteAll(known)}.");
        }
        else if (!_values.TryAdd(key.Text, value))
        {
            diagnostics.Add(
                key.Line,
                _entry,
                $"The key “{key.Text}” appears twice; the first is on line {_values[key.Text].Line}.",
                "Keep one of the two.");
        }
    }
}
