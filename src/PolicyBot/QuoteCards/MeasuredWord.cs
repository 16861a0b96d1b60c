using System.Globalization;
using System.Text;

namespace PolicyBot.QuoteCards;

/// <summary>A word and its width at size 1, as a whole and per character as readers see it.</summary>
internal sealed class MeasuredWord
{
    private readonly List<(string Text, float Width)> _characters = [];

    public MeasuredWord(string text, CardFont font)
    {
        Text = text;
        var widths = font.GetWidths(text).AsSpan();
        Width = Sum(widths);
        var characterTexts = StringInfo.GetTextElementEnumerator(text);
        while (characterTexts.MoveNext())
        {
            var character = characterTexts.GetTextElement();
            var codePoints = character.EnumerateRunes().Count();
            _characters.Add((character, Sum(widths[..codePoints])));
            widths = widths[codePoints..];
        }
    }

    public string Text { get; }

    public float Width { get; }

    /// <summary>Breaks the word into pieces of at most a width; a wider character is a piece of its own.</summary>
    public IEnumerable<(string Text, float Width)> Pieces(float maxWidth)
    {
        var piece = new StringBuilder();
        var width = 0f;
        foreach (var character in _characters)
        {
            if (piece.Length > 0 && width + character.Width > maxWidth)
            {
                yield return (piece.ToString(), width);
                piece.Clear();
                width = 0;
            }

            piece.Append(character.Text);
            width += character.Width;
        }

        if (piece.Length > 0) yield return (piece.ToString(), width);
    }

    private static float Sum(ReadOnlySpan<float> widths)
    {
        var sum = 0f;
        foreach (var width in widths) sum += width;
        return sum;
    }
}
