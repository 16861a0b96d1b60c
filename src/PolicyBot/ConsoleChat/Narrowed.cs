using Spectre.Console.Rendering;

namespace PolicyBot.ConsoleChat;

/// <summary>Draws content in at most a number of columns, and ends it with a line break.</summary>
internal sealed class Narrowed(IRenderable content, int maxWidth) : Renderable
{
    protected override Measurement Measure(RenderOptions options, int available) =>
        content.Measure(options, Math.Min(available, maxWidth));

    protected override IEnumerable<Segment> Render(RenderOptions options, int available)
    {
        var segments = content.Render(options, Math.Min(available, maxWidth)).ToList();
        if (segments.Count > 0 && !segments[^1].IsLineBreak) segments.Add(Segment.LineBreak);
        return segments;
    }
}
