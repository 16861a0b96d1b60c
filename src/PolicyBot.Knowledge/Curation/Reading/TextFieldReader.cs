using System.Collections.Frozen;
using PolicyBot.Knowledge.Curation.Text;
using PolicyBot.Knowledge.Curation.Yaml;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>Reads texts from nodes, and reports the errors that any text may have.</summary>
internal sealed class TextFieldReader(DiagnosticBag diagnostics)
{
    private static readonly FrozenSet<string> Prose = FrozenSet.Create(
        StringComparer.Ordinal,
        "question", "text", "evidence", "nearest", "context", "name", "role", "speaker", "phrasings", "also", "names");

    /// <summary>Reads a node's text, trimmed; null if there is no node, or no text in it, which is reported.</summary>
    public string? ReadOne(Node? node, string entry, string what, int limit)
    {
        if (node is null) return null;
        if (node.Kind == NodeKind.Text)
        {
            if (node.Comment is not null) CheckComment(node, entry, what);
            return Check(node.Text, node.Line, entry, what, limit);
        }

        diagnostics.Add(
            node.Line,
            entry,
            $"“{what}” must be text, not {node.Describe()}.",
            $"Write the text after “{what}:”.");
        return null;
    }

    /// <summary>Reads the texts of a list.</summary>
    public IReadOnlyList<LocatedText> ReadMany(
        Node? node, string entry, string what, int limit, bool mayBeEmpty = false)
    {
        var texts = new List<LocatedText>();
        if (node is null) return texts;
        if (node.Kind != NodeKind.List)
        {
            diagnostics.Add(
                node.Line,
                entry,
                $"“{what}” must be a list, not {node.Describe()}.",
                $"Write a list: “{what}: [one, two]”.");
            return texts;
        }

        if (node.Children.Count == 0 && !mayBeEmpty)
        {
            diagnostics.Add(
                node.Line,
                entry,
                $"The list “{what}” is empty.",
                "Add at least one text.");
        }
        foreach (var item in node.Children)
        {
            if (ReadOne(item, entry, what, limit) is { } text) texts.Add(new LocatedText(text, item.Line));
        }

        return texts;
    }

    /// <summary>Reads a list of texts, or a single text in its place.</summary>
    public IReadOnlyList<LocatedText> ReadOneOrMany(Node? node, string entry, string what, int limit)
    {
        if (node is not { Kind: NodeKind.Text }) return ReadMany(node, entry, what, limit);
        return ReadOne(node, entry, what, limit) is { } text ? [new LocatedText(text, node.Line)] : [];
    }

    /// <summary>Reads the texts of a list, or the lines of a literal block.</summary>
    public IReadOnlyList<LocatedText> ReadLines(Node? node, string entry, string what, int limit)
    {
        if (node is null or { Kind: not NodeKind.Text }) return ReadMany(node, entry, what, limit, mayBeEmpty: true);
        var texts = new List<LocatedText>();
        if (!node.IsBlock)
        {
            diagnostics.Add(
                node.Line,
                entry,
                $"“{what}” must be a block of lines or a list, not text.",
                $"Write “{what}: |” with each one on its own line below, or a list.");
            return texts;
        }

        var line = node.Line;
        foreach (var range in node.Text.AsSpan().Split('\n'))
        {
            line++;
            var text = node.Text.AsSpan()[range].Trim();
            if (!text.IsEmpty && Check(text.ToString(), line, entry, what, limit) is { } valid)
                texts.Add(new LocatedText(valid, line));
        }

        return texts;
    }

    /// <summary>Reads a phrasing of phrasings.txt; null if it is empty, which is reported.</summary>
    public string? ReadPhrasing(ReadOnlySpan<char> raw, int line, string entry, int limit)
    {
        var text = raw.Trim();
        if (!text.IsEmpty) return Check(text.ToString(), line, entry, "phrasing", limit);
        diagnostics.Add(line, entry, "The phrasing is empty.", "Write it after the tab, or remove the line.");
        return null;
    }

    // A “#” in prose is probably no comment if no space follows it, or if a question lacks its end without it.
    private void CheckComment(Node node, string entry, string what)
    {
        if (!Prose.Contains(what)) return;
        var comment = node.Comment!;
        var isGlued = comment.Length > 1 && comment[1] is not (' ' or '\t' or '#');
        var isUnfinished = what == "question" && node.Text.Length > 0 && node.Text[^1] is not ('?' or '.' or '!');
        if (!isGlued && !isUnfinished) return;
        diagnostics.Add(
            node.Line,
            entry,
            $"The text of “{what}” ends before {DiagnosticText.Quote(comment)}, which YAML treats as a comment.",
            "If that is part of the text, put all of it in quotation marks; if it is a comment, give it its own line.");
    }

    private string? Check(string raw, int line, string entry, string what, int limit)
    {
        var text = raw.Trim();
        if (text.Length == 0)
        {
            diagnostics.Add(line, entry, $"The text of “{what}” is empty.", "Write it, or remove the key or the item.");
            return null;
        }

        if (InvisibleCharacters.Find(text) is { } found)
        {
            diagnostics.Add(
                line,
                entry,
                $"The text of “{what}” has {found}: {DiagnosticText.Quote(text)}.",
                InvisibleCharacters.Fix);
        }
        if (text.Length > limit)
        {
            diagnostics.Add(
                line,
                entry,
                $"The text of “{what}” has {text.Length} characters: {DiagnosticText.Quote(text)}.",
                $"Shorten it to at most {limit}.");
        }
        return text;
    }
}
