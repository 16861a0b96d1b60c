using System.Text;
using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Links;

/// <summary>Creates links to passages of an article where it was published. Thread-safe.</summary>
public sealed class ArticleLinks
{
    // A message has room for a link of this length.
    private const int MaxLength = 2000;

    private readonly Article _article;
    private readonly Lazy<FragmentFactory> _fragments;

    /// <summary>Prepares the links of an article.</summary>
    /// <param name="article">The article.</param>
    public ArticleLinks(Article article) =>
        (_article, _fragments) = (article, new Lazy<FragmentFactory>(() => new FragmentFactory(article.Body)));

    /// <summary>The article's address, or null if it isn't known.</summary>
    public string? Url => _article.Url;

    /// <summary>Creates a link that scrolls to passages and highlights them.</summary>
    /// <param name="spans">Their places in the article; without any, the link is the article's address.</param>
    /// <returns>
    /// The link, percent-encoded; to the first passages if it would be too long. Null if the address isn't known.
    /// </returns>
    public string? GetUrl(params ReadOnlySpan<TextSpan> spans)
    {
        if (_article.Url is not { } url || spans.IsEmpty) return _article.Url;
        var link = new StringBuilder(url).Append(url.Contains('#', StringComparison.Ordinal) ? ":~:" : "#:~:");
        for (var i = 0; i < spans.Length; i++)
        {
            var directive = _fragments.Value.Create(spans[i]).ToString();
            if (i > 0 && link.Length + 1 + directive.Length > MaxLength) break;
            link.Append(i > 0 ? "&" : "").Append(directive);
        }

        return link.ToString();
    }
}
