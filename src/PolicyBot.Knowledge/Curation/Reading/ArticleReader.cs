using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation.Text;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>Reads article.md: front matter between two lines of <c>---</c>, then the body.</summary>
internal static class ArticleReader
{
    private const string Fence = "---";
    private const string Body = "body";

    /// <summary>
    /// Reads as much of the article as possible, so that the set can be checked against it; null if it has no body.
    /// </summary>
    /// <param name="text">The file's text.</param>
    /// <param name="diagnostics">Receives the errors.</param>
    /// <param name="locations">Receives the lines of the body.</param>
    /// <param name="mark">The mark in the front matter, or null.</param>
    public static Article? Read(
        string text, DiagnosticBag diagnostics, SetLocations locations, out ReviewMark? mark)
    {
        mark = null;
        var lines = text.Split('\n');
        var first = 0;
        FrontMatter? front = null;
        if (lines[0].TrimEnd() != Fence)
        {
            diagnostics.Add(
                1,
                null,
                "The file has no front matter.",
                "Begin it with a line “---”, then “title: …”, then another line “---”.");
        }
        else
        {
            var close = Array.FindIndex(lines, 1, l => l.TrimEnd() == Fence);
            if (close < 0)
            {
                diagnostics.Add(
                    1, FrontMatter.Part, "The front matter has no end.", "Add a line “---” after its last key.");
                return null;
            }

            front = FrontMatter.Read(lines.AsSpan(1, close - 1), diagnostics);
            if (front.Review is { } review)
                mark = new ReviewMark(new Location(diagnostics.File, review.Line), FrontMatter.Part, review.Text);
            first = close + 1;
        }

        var body = Join(lines.AsSpan(first), first + 1, diagnostics, locations);
        if (body.Length == 0)
        {
            diagnostics.Add(
                Math.Min(first + 1, lines.Length),
                Body,
                "The article has no body.",
                "Write the text below the front matter: the headline, then its paragraphs, separated by blank lines.");
            return null;
        }

        var article = new Article(front?.Title ?? "", front?.Author, front?.Publication, front?.Date, body)
        {
            Url = front?.Url,
            Correction = front?.Correction,
        };
        if (front?.Title is { } title && title != article.Paragraphs[0].Text)
        {
            diagnostics.Add(
                front.TitleLine,
                "title",
                $"The title {DiagnosticText.Quote(title)} differs from the body's first paragraph, "
                + $"{DiagnosticText.Quote(article.Paragraphs[0].Text)}.",
                "Make both exactly the same, without quotation marks around the title.");
        }

        return article;
    }

    // Drops trailing spaces and repeated blank lines.
    private static string Join(
        ReadOnlySpan<string> lines, int firstLine, DiagnosticBag diagnostics, SetLocations locations)
    {
        var kept = new List<string>();
        var keptLines = new List<int>();
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd();
            if (InvisibleCharacters.Find(line) is { } found)
            {
                diagnostics.Add(
                    firstLine + i,
                    Body,
                    $"The line has {found}.",
                    InvisibleCharacters.Fix);
            }

            // The body begins with its first line that is not blank.
            if (line.Length == 0 && (kept.Count == 0 || kept[^1].Length == 0)) continue;
            kept.Add(line);
            keptLines.Add(firstLine + i);
        }

        locations.BodyLines = keptLines;
        return string.Join('\n', kept).Trim();
    }
}
