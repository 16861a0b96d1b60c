using PolicyBot.Knowledge.Articles;

namespace PolicyBot.JsonOutput;

/// <summary>A verbatim piece of the article.</summary>
/// <param name="Quote">The article's own characters.</param>
/// <param name="Start">Its first UTF-16 code unit in what <c>article --text</c> prints, from 0.</param>
/// <param name="End">One past its last.</param>
internal sealed record PassageJson(string Quote, int Start, int End)
{
    public static PassageJson From(Passage passage) => new(passage.Text, passage.Span.Start, passage.Span.End);
}
