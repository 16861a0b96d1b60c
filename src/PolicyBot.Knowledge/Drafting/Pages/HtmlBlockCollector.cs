using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace PolicyBot.Knowledge.Drafting.Pages;

/// <summary>Collects the blocks of text in an element, in order.</summary>
internal sealed partial class HtmlBlockCollector
{
    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
        "ins",
        "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
        "var", "wbr", "img",
    };

    private static readonly HashSet<string> ClutterElements = new(StringComparer.OrdinalIgnoreCase)
    {
        "nav", "aside", "footer", "form", "button", "select", "textarea", "dialog", "menu",
    };

    private readonly List<HtmlBlock> _blocks = [];
    private readonly StringBuilder _text = new();
    private IElement? _owner;
    private int _linked;

    /// <summary>Collects them. The element must not be nested too deeply.</summary>
    public static IReadOnlyList<HtmlBlock> Collect(IElement root)
    {
        var collector = new HtmlBlockCollector();
        collector.Visit(root, isClutter: false, isLink: false);
        collector.Flush(isClutter: false);
        return collector._blocks;
    }

    private void Visit(IElement element, bool isClutter, bool isLink)
    {
        var isBlock = !Inline.Contains(element.LocalName);
        if (isBlock) Flush(isClutter);
        isClutter |= IsClutter(element);
        isLink |= element.LocalName == "a";
        foreach (var child in element.ChildNodes)
        {
            switch (child)
            {
                case IText text:
                    Add(element, text.Data, isLink);
                    break;
                case IElement { LocalName: "br" } line:
                    // Two breaks separate paragraphs.
                    if (IsBreak(line.NextSibling) || IsBreak(line.PreviousSibling)) Flush(isClutter);
                    else Add(element, " ", isLink);
                    break;
                case IElement { LocalName: "sup" } mark when FootnoteMark().IsMatch(mark.TextContent):
                    break;
                case IElement { LocalName: "td" or "th" } cell:
                    if (_text.Length > 0 && _text.ToString().Trim().Length > 0) _text.Append(" | ");
                    VisitCell(cell, isClutter, isLink);
                    break;
                case IElement inner:
                    Visit(inner, isClutter, isLink);
                    break;
            }
        }

        if (isBlock) Flush(isClutter);
    }

    // The cells of a row are one block, unless a cell has blocks of its own: pages laid out with tables.
    private void VisitCell(IElement cell, bool isClutter, bool isLink)
    {
        if (cell.Children.Any(c => !Inline.Contains(c.LocalName) && c.LocalName != "br"))
        {
            Flush(isClutter);
            Visit(cell, isClutter, isLink);
        }
        else
            Add(cell, cell.TextContent, isLink);
    }

    private static bool IsBreak(INode? node)
    {
        while (node is IText text && string.IsNullOrWhiteSpace(text.Data)) node = node.NextSibling;
        return node is IElement { LocalName: "br" };
    }

    private static bool IsClutter(IElement element)
    {
        if (ClutterElements.Contains(element.LocalName) || element.HasAttribute("hidden")) return true;
        if (element.GetAttribute("aria-hidden") == "true" || element.GetAttribute("role") is "navigation" or "search")
            return true;
        if (element.GetAttribute("style") is { } style && Hidden().IsMatch(style)) return true;
        // A class of the whole page says nothing about its parts.
        if (element.LocalName is "body" or "html" or "main" or "article") return false;
        return Clutter.IsName($"{element.ClassName} {element.Id}");
    }

    private void Add(IElement owner, string text, bool isLink)
    {
        if (string.IsNullOrWhiteSpace(text) && _text.Length == 0) return;
        _owner ??= owner;
        _text.Append(text);
        if (isLink) _linked += text.Length;
    }

    private void Flush(bool isClutter)
    {
        var text = PageText.Clean(_text.ToString());
        if (text.Length > 0 && _owner is not null)
            _blocks.Add(new HtmlBlock(_owner, text, Math.Min(1.0, (double)_linked / text.Length), isClutter));
        _text.Clear();
        _linked = 0;
        _owner = null;
    }

    [GeneratedRegex(@"^\s*[\[(]?(?:\d{1,3}|[a-z*†‡])[\])]?\s*$")]
    private static partial Regex FootnoteMark();

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();
}
