namespace PolicyBot.Knowledge.Articles;

/// <summary>A verbatim piece of an article.</summary>
/// <param name="Text">The article's own characters, unchanged.</param>
/// <param name="Span">Their position in <see cref="Article.Body"/>.</param>
public sealed record Passage(string Text, TextSpan Span)
{
    /// <summary>
    /// Whether it is about a sentence: in its place, or with all of its words. A passage that occurs more than once is
    /// located at its first occurrence.
    /// </summary>
    /// <param name="sentence">A sentence of the same article.</param>
    public bool Covers(Passage sentence) =>
        Span.Overlaps(sentence.Span) || Text.Contains(sentence.Text, StringComparison.Ordinal);
}
