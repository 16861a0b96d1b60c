using PolicyBot.Knowledge.Curation;

namespace PolicyBot.JsonOutput;

/// <summary>
/// A quote as <c>quote --json</c> prints it; <paramref name="Start"/> and <paramref name="End"/> as in
/// <see cref="PassageJson"/>.
/// </summary>
internal sealed record QuoteJson(
    string Id, string Text, string Speaker, int Start, int End, IReadOnlyList<string> Topics)
{
    public static QuoteJson From(Quote quote) => new(
        quote.Id, quote.Passage.Text, quote.Speaker, quote.Passage.Span.Start, quote.Passage.Span.End, quote.Topics);
}
