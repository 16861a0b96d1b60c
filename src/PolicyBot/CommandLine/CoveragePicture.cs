using System.Globalization;
using System.Text;
using System.Xml.Linq;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Coverage;
using PolicyBot.QuoteCards;

namespace PolicyBot.CommandLine;

/// <summary>
/// Draws an article as an SVG whose sentences are colored by what uses them. Its text can be selected.
/// </summary>
internal static class CoveragePicture
{
    private const int Width = 800;
    private const int Margin = 32;
    private const int FontSize = 15;
    private const int TitleSize = 20;
    private const int LineHeight = 24;
    private const int ParagraphGap = 12;
    private const int LegendStep = 24;

    // The first is the font that lines are measured with; the others have letters of the same widths.
    private const string Fonts = "Liberation Sans, Arial, Helvetica, sans-serif";

    private static readonly (SentenceUse Use, string Name, string Color)[] Legend =
    [
        (SentenceUse.Answer, "an answer", "#b5e3d4"),
        (SentenceUse.Quote, "a quote, but no answer", "#fbe19b"),
        (SentenceUse.Summary, "the summary only", "#c9dcfb"),
        (SentenceUse.Unanswerable, "an unanswerable question only", "#e2d2f4"),
        (SentenceUse.Nothing, "nothing", "#f7c6c1"),
    ];

    /// <summary>Draws the picture.</summary>
    /// <param name="article">The article.</param>
    /// <param name="report">What uses its sentences.</param>
    /// <returns>The SVG.</returns>
    /// <exception cref="FontMissingException">The program's font is missing.</exception>
    public static string Draw(Article article, CoverageReport report)
    {
        var font = CardFont.Load(Path.Combine(AppContext.BaseDirectory, "fonts", "LiberationSans-Regular.ttf"));
        var lines = new LineWrapper(font, Width - (2 * Margin));
        XNamespace svg = "http://www.w3.org/2000/svg";
        var content = new List<XElement>();
        var y = Margin;

        foreach (var line in lines.Wrap([(article.Title, null)], TitleSize))
        {
            y += TitleSize + 6;
            content.AddRange(DrawLine(svg, line, y, TitleSize));
        }

        y += LegendStep + 4;
        content.Add(DrawText(svg, Margin, y, FontSize, string.Create(
            CultureInfo.InvariantCulture,
            $"{report.CoveredCount} of {report.Sentences.Count} sentences covered ({report.Percentage}%). Used by:")));
        foreach (var (use, name, color) in Legend)
        {
            y += LegendStep;
            var count = report.Sentences.Count(s => s.Use == use);
            content.Add(DrawBox(svg, Margin, y - FontSize, 28, LineHeight - 4, color));
            content.Add(DrawText(
                svg, Margin + 38, y, FontSize, string.Create(CultureInfo.InvariantCulture, $"{name} ({count})")));
        }

        y += ParagraphGap;
        foreach (var paragraph in article.Paragraphs.Skip(1))
        {
            y += ParagraphGap;
            var runs = report.Sentences
                .Where(s => s.Sentence.Span.Overlaps(paragraph.Span))
                .Select(s => (s.Sentence.Text, (string?)Legend.First(l => l.Use == s.Use).Color));
            foreach (var line in lines.Wrap(runs, FontSize))
            {
                y += LineHeight;
                content.AddRange(DrawLine(svg, line, y, FontSize));
            }
        }

        var height = y + Margin;
        var root = new XElement(
            svg + "svg",
            new XAttribute("width", Width),
            new XAttribute("height", height),
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {height}")),
            new XAttribute("font-family", Fonts),
            new XElement(svg + "title", Clean(article.Title)),
            DrawBox(svg, 0, 0, Width, height, "#ffffff"),
            content);
        return root + "\n";
    }

    // The boxes of a line come before its text, so that they don't hide it.
    private static IEnumerable<XElement> DrawLine(XNamespace svg, IReadOnlyList<LineWrapper.Run> line, int y, int size)
    {
        foreach (var run in line.Where(r => r.Color is not null))
            yield return DrawBox(svg, Margin + run.X, y - size - 2, run.Width, size + 8, run.Color!);
        foreach (var run in line)
        {
            var text = DrawText(svg, Margin + run.X, y, size, run.Text);
            // Another font must not let the runs overlap.
            text.Add(new XAttribute("textLength", Format(run.Width)));
            yield return text;
        }
    }

    private static XElement DrawText(XNamespace svg, double x, int y, int size, string text) => new(
        svg + "text",
        new XAttribute("x", Format(x)),
        new XAttribute("y", y),
        new XAttribute("font-size", size),
        new XAttribute(XNamespace.Xml + "space", "preserve"),
        Clean(text));

    private static XElement DrawBox(XNamespace svg, double x, int y, double width, int height, string color) => new(
        svg + "rect",
        new XAttribute("x", Format(x)),
        new XAttribute("y", y),
        new XAttribute("width", Format(width)),
        new XAttribute("height", height),
        new XAttribute("fill", color));

    private static string Format(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    // Without what XML can't contain.
    private static string Clean(string text) => string.Concat(
        text.EnumerateRunes().Where(r => !Rune.IsControl(r) && r.Value is not (0xFFFE or 0xFFFF)));
}
