
namespace PolicyBot.QuoteCards;

/// <summary>A text whose words are measured once, so that many sizes can be tried.</summary>
internal sealed class MeasuredText
{
    private const float Precision = 0.1f;

    private readonly List<MeasuredWord> _words;
    private readonly float _space;

    public MeasuredText(string text, CardFont font)
    {
        _words = [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => new MeasuredWord(w, font))];
        _space = font.GetWidths(" ")[0];
        WidestWord = _words.Count == 0 ? 0 : _words.Max(w => w.Width);
    }

    /// <summary>The width of the widest word at size 1.</summary>
    public float WidestWord { get; }

    /// <summary>Breaks the text into lines that are as full as possible; a word wider than a line is broken.</summary>
    /// <param name="maxWidth">The width of a line, as a multiple of the size.</param>
    public List<string> Wrap(float maxWidth)
    {
        var lines = new List<string>();
        var line = new List<string>();
        var width = 0f;
        foreach (var word in _words)
        {
            foreach (var piece in word.Width <= maxWidth ? [(word.Text, word.Width)] : word.Pieces(maxWidth))
            {
                if (line.Count > 0 && width + _space + piece.Width > maxWidth)
                {
                    lines.Add(string.Join(' ', line));
                    line.Clear();
                }

                width = line.Count == 0 ? piece.Width : width + _space + piece.Width;
                line.Add(piece.Text);
            }
        }

        if (line.Count > 0) lines.Add(string.Join(' ', line));
        return lines;
    }

    /// <summary>The same number of lines, but of similar length, so that the last one isn't a single word.</summary>
    public List<string> WrapEvenly(float maxWidth)
    {
        var lines = Wrap(maxWidth);
        if (lines.Count < 2 || WidestWord > maxWidth) return lines;
        var (tooNarrow, wideEnough) = (WidestWord - Precision, maxWidth);
        while (wideEnough - tooNarrow > Precision)
        {
            var middle = (tooNarrow + wideEnough) / 2;
            var narrower = middle < WidestWord ? null : Wrap(middle);
            if (narrower?.Count == lines.Count) (lines, wideEnough) = (narrower, middle);
            else tooNarrow = middle;
        }

        return lines;
    }
}
