using ScottPlot;

namespace PolicyBot.CommandLine;

/// <summary>
/// Draws coverage against error: the share of questions answered, and the share of those answers that are wrong.
/// </summary>
internal static class CurvePlot
{
    private const int Width = 800;
    private const int Height = 500;
    private const string Font = "Liberation Sans";

    public static bool CanDraw(string path) => Path.GetExtension(path).ToUpperInvariant() is ".SVG" or ".PNG";

    public static void Draw(IReadOnlyList<(double Coverage, double Error)> curve, string path)
    {
        // The font is shipped: a machine without fonts would draw no text.
        Fonts.AddFontFile(Font, Path.Combine(AppContext.BaseDirectory, "fonts", "LiberationSans-Regular.ttf"));
        using var plot = new Plot();
        var line =
            plot.Add.Scatter(curve.Select(p => 100 * p.Coverage).ToArray(), curve.Select(p => 100 * p.Error).ToArray());
        line.MarkerSize = 0;
        line.LineWidth = 2;
        plot.XLabel("questions answered, %");
        plot.YLabel("answers that are wrong, %");
        plot.Title("Coverage against error");
        plot.Font.Set(Font);
        plot.Axes.SetLimits(0, 100, 0, Math.Max(10, 110 * curve.Max(p => p.Error)));
        if (Path.GetExtension(path).ToUpperInvariant() is ".SVG") plot.SaveSvg(path, Width, Height);
        else plot.SavePng(path, Width, Height);
    }
}
