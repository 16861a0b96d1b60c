using Spectre.Console;
using Spectre.Console.Rendering;

namespace PolicyBot.ConsoleChat;

/// <summary>Draws content with a bar to the left of each line.</summary>
internal sealed class LeftBar(IRenderable content) : Renderable
{
    private static readonly Segment Bar = new("│ ", new Style(Color.Teal));

    protected override Measurement Measure(RenderOptions options, int maxWidth)
    {
        var inner = content.Measure(options, Math.Max(1, maxWidth - Bar.CellCount()));
        return new Measurement(inner.Min + Bar.CellCount(), inner.Max + Bar.CellCount());
    }

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var inner = content.Render(options, Math.Max(1, maxWidth - Bar.CellCount()));
        foreach (var line in Segment.SplitLines(inner))
        {
            yield return Bar;
            foreach (var segment in line) yield return segment;
            yield return Segment.LineBreak;
        }
    }
}
