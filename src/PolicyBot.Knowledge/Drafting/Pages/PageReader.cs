using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyBot.Knowledge.Drafting.Pages;

/// <summary>Reads the article of a saved page: HTML, Markdown or plain text.</summary>
public static partial class PageReader
{
    /// <summary>The maximum size of a page, in bytes.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    private const int MaxCharacters = 200_000;
    private const int MinWords = 30;

    // How far into a file its kind shows.
    private const int Beginning = 2000;

    /// <summary>Reads a page. Never throws, whatever the bytes are.</summary>
    /// <param name="fileName">The name of its file, which may say what it is.</param>
    /// <param name="bytes">The file's content.</param>
    /// <param name="encoding">The name of its encoding, or null for what it declares.</param>
    public static PageResult Read(string fileName, byte[] bytes, string? encoding = null)
    {
        if (bytes.Length > MaxBytes)
        {
            return new PageResult.Bad(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"It is larger than {MaxBytes >> 20} MB. ")
                + "Save the page as “HTML only”, or copy the article into a text file.");
        }

        var decoded = PageDecoder.Decode(bytes, encoding);
        if (decoded.Problem is { } problem) return new PageResult.Bad(problem);
        var text = decoded.Text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var result = GetKind(fileName, text) switch
        {
            Kind.Html => HtmlPageReader.Read(fileName, text),
            Kind.Markdown => TextPageReader.Read(fileName, text, isMarkdown: true),
            _ => TextPageReader.Read(fileName, text, isMarkdown: false),
        };
        return result is PageResult.Read(var page) ? Check(page) : result;
    }

    private static PageResult Check(Page page)
    {
        var length = page.Paragraphs.Sum(p => p.Length);
        if (length > MaxCharacters)
        {
            return new PageResult.Bad(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The article has {length} characters; the limit is {MaxCharacters}. ")
                + "Save a shorter part of it.");
        }

        // A page of links, a login form or an empty page has no sentence.
        var words = page.Paragraphs.Sum(p => p.Count(c => c == ' ') + 1);
        if (words < MinWords || !page.Paragraphs.Any(p => Sentence().IsMatch(p)))
        {
            return new PageResult.Bad(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"No article was found in it: an article has a sentence, and at least {MinWords} words. ")
                + "Save the page when the article is visible, or copy the article into a text file.");
        }

        var mojibake = page.Paragraphs.Select(p => Mojibake().Match(p)).FirstOrDefault(m => m.Success);
        if (mojibake is null) return new PageResult.Read(page);
        var doubt = $"The characters “{mojibake.Value}” look like a wrong encoding.";
        return new PageResult.Read(page with { Doubts = [.. page.Doubts, doubt] });
    }

    private static Kind GetKind(string fileName, string text)
    {
        var beginning = text.AsSpan(0, Math.Min(text.Length, Beginning));
        return Path.GetExtension(fileName).ToLowerInvariant() switch
        {
            ".html" or ".htm" or ".xhtml" or ".mhtml" => Kind.Html,
            ".md" or ".markdown" => Kind.Markdown,
            _ when HtmlStart().IsMatch(beginning) => Kind.Html,
            _ => beginning.StartsWith("---\n") ? Kind.Markdown : Kind.Text,
        };
    }

    private enum Kind
    {
        Html,
        Markdown,
        Text,
    }

    [GeneratedRegex(@"<(?:!doctype\s+html|html|head|body)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HtmlStart();

    [GeneratedRegex(@"(?:\S+\s+){5,}\S+[.!?][”""’)]*(?:\s|$)")]
    private static partial Regex Sentence();

    // UTF-8 that was read as windows-1252.
    [GeneratedRegex(@"â€[™œ\u009d“”¦]|Ã[©¨¤¶¼±]|Â[ «»°]")]
    private static partial Regex Mojibake();
}
