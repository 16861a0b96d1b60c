using System.Collections.Frozen;
using PolicyBot.Knowledge.Curation.Text;
using PolicyBot.Knowledge.Curation.Yaml;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>Takes texts out of nodes, and tells the diagnostics that any text may have.</summary>
internal sealed class TextFieldReader(DiagnosticBag diagnostics)
{
    private static readonly FrozenSet<string> Prose = FrozenSet.Create(
        StringComparer.Ordinal,
        "question", "text", "evidence", "nearest", "context", "name", "role", "speaker", "phrasings", "also", "names");

    /// <summary>The text of a node, without space at either end; null where there is no node, or no text in it, which is told.</summary>
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
            $"{node.Describe()} stands where the text of “{what}” must be.",
            $"Write one text after “{what}:”.");
        return null;
    }

    /// <summary>The texts of a list.</summary>
    public IReadOnlyList<LocatedText> ReadMany(Node? node, string entry, string what, int limit, bool mayBeEmpty = false)
    {
        var texts = new List<LocatedText>();
        if (node is null) return texts;
        if (node.Kind != NodeKind.List)
        {
            diagnostics.Add(
                node.Line,
                entry,
                $"{node.Describe()} stands where the list “{what}” must be.",
                $"Write a list: “{what}: [one, two]”.");
            return texts;
        }

        if (node.Children.Count == 0 && !mayBeEmpty)
        {
            diagnostics.Add(
                node.Line,
                entry,
                $"The list “{what}” is empty.",
                "Write at least one text into it.");
        }
        foreach (var item in node.Children)
        {
            if (ReadOne(item, entry, what, limit) is { } text) texts.Add(new LocatedText(text, item.Line));
        }

        return texts;
    }

    /// <summary>The texts of a list, or the one text that stands in its place.</summary>
    public IReadOnlyList<LocatedText> ReadOneOrMany(Node? node, string entry, string what, int limit)
    {
        if (node is not { Kind: NodeKind.Text }) return ReadMany(node, entry, what, limit);
        return ReadOne(node, entry, what, limit) is { } text ? [new LocatedText(text, node.Line)] : [];
    }

    /// <summary>The texts of a list, or the lines of a literal block.</summary>
    public IReadOnlyList<LocatedText> ReadLines(Node? node, string entry, string what, int limit)
    {
        if (node is null or { Kind: not NodeKind.Text }) return ReadMany(node, entry, what, limit, mayBeEmpty: true);
        var texts = new List<LocatedText>();
        if (!node.IsBlock)
        {
            diagnostics.Add(
                node.Line,
                entry,
                $"A text stands where the lines of “{what}” must be.",
                $"Write “{what}: |” and each on a line of its own below it, or a list.");
            return texts;
        }

        var line = node.Line;
        foreach (var range in node.Text.AsSpan().Split('\n'))
        {
            line++;
            var text = node.Text.AsSpan()[range].Trim();
            if (!text.IsEmpty && Check(text.ToString(), line, entry, what, limit) is { } sound) texts.Add(new LocatedText(sound, line));
        }

        return texts;
    }

    /// <summary>The text of a phrasing in a file of its own; null if it is empty, which is reported.</summary>
    public string? ReadPhrasing(ReadOnlySpan<char> raw, int line, string entry, int limit)
    {
        var text = raw.Trim();
        if (!text.IsEmpty) return Check(text.ToString(), line, entry, "phrasing", limit);
        diagnostics.Add(line, entry, "The phrasing is empty.", "Write it after the tab, or take the line out.");
        return null;
    }

    // Comments are meant where a space follows the “#”, unless a question has no end without it; elsewhere than in
    // prose they may be anything.
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
            $"The text of “{what}” ends before {DiagnosticText.Quote(comment)}, which YAML takes for a comment.",
            "Put the whole text in quotation marks if that is a part of it, or else the comment on a line of its own.");
    }

    private string? Check(string raw, int line, string entry, string what, int limit)
    {
        var text = raw.Trim();
        if (text.Length == 0)
        {
            diagnostics.Add(line, entry, $"The text of “{what}” is empty.", "Write it, or take the key or the item out.");
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
                $"Shorten it to {limit} at most.");
        }
        return text;
    }
}
