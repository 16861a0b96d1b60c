using AngleSharp.Html.Dom;
using SmartReader;

namespace PolicyBot.Knowledge.Drafting.Pages;

/// <summary>The title, author, publication, date and address of an HTML page.</summary>
internal sealed record HtmlMetadata(
    string Title, string? Author, string? Publication, string? Date, string? Url, IReadOnlyList<string> Doubts)
{
    private const int MaxByline = 60;

    private static readonly string[] Separators = [" | ", " – ", " — ", " - ", " :: ", " • ", " » ", ": "];

    /// <summary>Reads it.</summary>
    /// <param name="document">The page.</param>
    /// <param name="article">What SmartReader found.</param>
    /// <param name="fileName">The page's file, which names an article without a title.</param>
    public static HtmlMetadata Read(IHtmlDocument document, Article article, string fileName)
    {
        var doubts = new List<string>();
        var whole = PageText.Clean(document.Title ?? "");
        var shared = GetMeta(document, "og:title");
        var title = FindTitle(document, whole, shared);
        var (fileDate, fileTitle) = PageText.ReadFileName(fileName);
        if (title is null)
        {
            title = fileTitle;
            doubts.Add("The page has no title; this is its file's name.");
        }

        var publication = GetMeta(document, "og:site_name") ?? Normalize(article.SiteName) ?? GetRest(whole, title);
        var author = PageText.CleanByline(article.Byline ?? article.Author ?? GetMeta(document, "author"));
        if (author is not null && author == publication) author = null;
        return new HtmlMetadata(
            title, author, publication, FindDate(document, article) ?? fileDate, FindUrl(document), doubts);
    }

    /// <summary>Whether a block says who wrote the article, or when, and nothing else.</summary>
    public bool IsByline(HtmlBlock block)
    {
        if (PageText.IsDate(block.Text)) return true;
        if (Author is { } author && block.Text.Contains(author, StringComparison.Ordinal))
            return block.Text.Length < author.Length + MaxByline && block.Text[^1] is not ('.' or '!' or '?');
        return block.Text.Length < MaxByline && block.Text.StartsWith("By ", StringComparison.Ordinal)
            && block.Text[^1] is not ('.' or '!' or '?');
    }

    // A heading that the page's title or shared title repeats; otherwise the title without the site's name.
    private static string? FindTitle(IHtmlDocument document, string whole, string? shared)
    {
        var headings =
            document.QuerySelectorAll("h1, h2, [itemprop=headline]").Select(h => PageText.Clean(h.TextContent))
                .Where(t => t.Length is > 0 and <= 250).ToList();
        var repeated = headings
            .Where(t => t.Contains(' ') && (whole.Contains(t, StringComparison.Ordinal) || t == shared))
            .MaxBy(t => t.Length);
        if (repeated is not null) return repeated;
        if (shared is { Length: > 0 and <= 250 }) return shared;
        if (whole.Length > 0)
        {
            var longest = whole.Split(Separators[..^1], StringSplitOptions.TrimEntries).MaxBy(p => p.Length)!;
            if (longest.Length is > 0 and <= 250) return longest;
        }

        return document.QuerySelectorAll("h1").Select(h => PageText.Clean(h.TextContent))
            .FirstOrDefault(t => t.Length is > 0 and <= 250);
    }

    // What the page's title has besides the headline is the publication.
    private static string? GetRest(string whole, string title)
    {
        foreach (var separator in Separators)
        {
            if (whole.StartsWith(title + separator, StringComparison.Ordinal))
                return Normalize(whole[(title.Length + separator.Length)..]);
            if (whole.EndsWith(separator + title, StringComparison.Ordinal))
                return Normalize(whole[..^(title.Length + separator.Length)]);
        }

        return null;
    }

    private static string? FindDate(IHtmlDocument document, Article article)
    {
        if (article.PublicationDate is { } date) return PageText.Format(date);
        if (document.QuerySelector("time") is not { } time) return null;
        var shown = PageText.FormatDate(time.TextContent);
        var stated = PageText.FormatDate(time.GetAttribute("datetime") ?? "");
        if (PageText.IsDate(shown) || stated.Length == 0) return Normalize(shown);
        return PageText.IsDate(stated) ? stated : Normalize(shown);
    }

    private static string? FindUrl(IHtmlDocument document)
    {
        var stated = document.QuerySelector("link[rel=canonical]")?.GetAttribute("href")
            ?? GetMeta(document, "og:url");
        return Uri.TryCreate(stated, UriKind.Absolute, out var url) && (url.Scheme is "http" or "https")
            && url.AbsoluteUri.Length <= 250
            ? url.AbsoluteUri
            : null;
    }

    private static string? GetMeta(IHtmlDocument document, string name) => Normalize(
        document.QuerySelectorAll("meta")
            .FirstOrDefault(m => (m.GetAttribute("property") ?? m.GetAttribute("name")) == name)
            ?.GetAttribute("content"));

    private static string? Normalize(string? text)
    {
        var cleaned = PageText.Clean(text ?? "");
        return cleaned.Length is > 0 and <= 250 ? cleaned : null;
    }
}
