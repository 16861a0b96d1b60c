using PolicyBot.QuoteCards;

namespace PolicyBot.CommandLine;

/// <summary>Wraps colored text into lines.</summary>
/// <param name="font">The font.</param>
/// <param name="maxWidth">The highest width of a line.</param>
internal sealed class LineWrapper(CardFont font, double maxWidth)
{
    /// <summary>Wraps texts, with a space between them, at white space; a longer word has a line of its own.</summary>
    /// <param name="texts">The texts, each with its color, or null for none.</param>
    /// <param name="size">The font's size.</param>
    public IEnumerable<IReadOnlyList<Run>> Wrap(IEnumerable<(string Text, string? Color)> texts, double size)
    {
        var line = new List<Run>();
        foreach (var (text, color) in texts)
        {
            foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                var x = line.Count == 0 ? 0 : line[^1].X + line[^1].Width + Measure(" ", size);
                if (line.Count > 0 && x + Measure(word, size) > maxWidth)
                {
                    yield return line;
                    line = [];
                    x = 0;
                }

                // Words of one color are one run, so that they are selected and colored together.
                if (line.Count > 0 && line[^1].Color == color && line[^1].Source == text)
                {
                    var joined = $"{line[^1].Text} {word}";
                    line[^1] = line[^1] with { Text = joined, Width = Measure(joined, size) };
                }
                else line.Add(new Run(word, color, x, Measure(word, size), text));
            }
        }

        if (line.Count > 0) yield return line;
    }

    private double Measure(string text, double size) => size * font.GetWidths(text).Sum();

    /// <summary>A piece of a line.</summary>
    /// <param name="Text">Its text.</param>
    /// <param name="Color">Its color, or null.</param>
    /// <param name="X">Where it starts in the line.</param>
    /// <param name="Width">Its width.</param>
    /// <param name="Source">The text that it is from.</param>
    internal sealed record Run(string Text, string? Color, double X, double Width, string Source);
}
