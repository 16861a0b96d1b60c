namespace PolicyBot.Knowledge.Articles;

/// <summary>A verbatim piece of an article.</summary>
/// <param name="Text">The article's own characters, unchanged.</param>
/// <param name="Span">Their position in <see cref="Article.Body"/>.</param>
public sealed record Passage(string Text, TextSpan Span);
