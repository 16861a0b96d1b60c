using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SmartReader;

namespace PolicyBot.Knowledge.Drafting.Pages;

/// <summary>
/// Reads the article of an HTML page. SmartReader finds the main content and the metadata; paragraphs between the first
/// and the last of it that SmartReader drops are kept, so that none is lost.
/// </summary>
internal static class HtmlPageReader
{
    // A placeholder, against which SmartReader resolves links; nothing is loaded.
    private const string Address = "https://page.invalid/";

    private const int MaxAttribute = 2000;
    private const int MaxData = 100_000;

    // Blocks of at least this length decide where the article is.
    private const int LongBlock = 80;

    private const double MaxLinkShare = 0.5;
    private const int MinWords = 8;

    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "video", "audio",
    };

    /// <summary>Reads a page.</summary>
    public static PageResult Read(string fileName, string html)
    {
        if (HtmlGuard.FindProblem(html) is { } problem) return new PageResult.Bad(problem);
        using var document = new HtmlParser().ParseDocument(html);
        if (IsTooDeep(document)) return new PageResult.Bad(HtmlGuard.DescribeDepth());
        Strip(document);
        if (document.Body is not { } body) return new PageResult.Bad("It has no body. Save the page again.");
        using var reader = new Reader(Address, document.DocumentElement.OuterHtml);
        var article = reader.GetArticle();
        var metadata = HtmlMetadata.Read(document, article, fileName);
        var blocks = HtmlBlockCollector.Collect(body);
        var kept = Choose(blocks, ReadContent(article.Content));
        var (paragraphs, removed) = Split(blocks, kept, metadata);
        return new PageResult.Read(new Page
        {
            Title = metadata.Title,
            Author = metadata.Author,
            Publication = metadata.Publication,
            Date = metadata.Date,
            Url = metadata.Url,
            Paragraphs = paragraphs,
            Removed = removed,
            Doubts = metadata.Doubts,
        });
    }

    private static bool IsTooDeep(IHtmlDocument document)
    {
        var depth = 0;
        for (INode? node = document.DocumentElement; node is not null;)
        {
            if (node.FirstChild is { } child)
            {
                if (++depth > HtmlGuard.MaxDepth) return true;
                node = child;
                continue;
            }

            while (node is not null && node.NextSibling is null)
            {
                node = node.Parent;
                depth--;
            }

            node = node?.NextSibling;
        }

        return false;
    }

    // Scripts, except those with metadata, and what has no text; attributes as long as embedded pictures.
    private static void Strip(IHtmlDocument document)
    {
        foreach (var element in document.All.ToList())
        {
            var isScript = element.LocalName == "script"
                && (element.GetAttribute("type") != "application/ld+json" || element.TextContent.Length > MaxData);
            if (isScript || Dropped.Contains(element.LocalName))
            {
                element.Remove();
                continue;
            }

            foreach (var attribute in element.Attributes.Where(a => a.Value.Length > MaxAttribute).ToList())
                element.RemoveAttribute(attribute.Name);
        }
    }

    private static HashSet<string> ReadContent(string? content)
    {
        if (string.IsNullOrEmpty(content)) return [];
        using var document = new HtmlParser().ParseDocument(content);
        return [.. HtmlBlockCollector.Collect(document.Body!).Select(b => b.Text)];
    }

    // Which blocks are the article's.
    private static bool[] Choose(IReadOnlyList<HtmlBlock> blocks, HashSet<string> content)
    {
        var kept = blocks.Select(b => content.Contains(b.Text) && !b.IsClutter).ToArray();
        if (!blocks.Where((b, i) => kept[i] && b.Text.Length >= LongBlock).Any())
            kept = [.. blocks.Select(b => !b.IsClutter && IsProse(b) && b.Text.Length >= LongBlock)];
        var (first, last) = (Array.IndexOf(kept, true), Array.LastIndexOf(kept, true));
        if (first < 0) return kept;
        var container = FindContainer(blocks.Where((b, i) => kept[i] && b.Text.Length >= LongBlock));
        for (var i = first; i <= last; i++)
        {
            if (!kept[i] && !blocks[i].IsClutter && IsProse(blocks[i]) && container.Contains(blocks[i].Element))
                kept[i] = true;
        }

        return kept;
    }

    private static IElement FindContainer(IEnumerable<HtmlBlock> blocks)
    {
        IElement? container = null;
        foreach (var block in blocks)
        {
            container ??= block.Element;
            while (!container.Contains(block.Element)) container = container.ParentElement!;
        }

        return container!;
    }

    private static bool IsProse(HtmlBlock block) =>
        block.LinkShare < MaxLinkShare
        && (block.Text.Count(c => c == ' ') + 1 >= MinWords || block.Text[^1] is '.' or '!' or '?' or '”' or '"');

    private static (List<string> Paragraphs, List<RemovedBlock> Removed) Split(
        IReadOnlyList<HtmlBlock> blocks, bool[] kept, HtmlMetadata metadata)
    {
        var paragraphs = new List<string>();
        var removed = new RemovedBlocks();
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Text == metadata.Title) continue;
            if (!kept[i]) removed.Add(block.IsClutter ? "around the article" : "outside of the article", block.Text);
            else if (metadata.IsByline(block)) removed.Add("byline", block.Text);
            else if (Clutter.IsLine(block.Text) || Clutter.BeginsOtherContent(block.Text))
                removed.Add("not part of the article", block.Text);
            else if (block.LinkShare > MaxLinkShare && !IsSentence(block.Text)) removed.Add("links", block.Text);
            else paragraphs.Add(block.Text);
        }

        return (paragraphs, removed.All);
    }

    private static bool IsSentence(string text) => text[^1] is '.' or '!' or '?';
}
