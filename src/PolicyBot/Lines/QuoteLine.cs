using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Lines;

/// <summary>A quote as <c>quote --json</c> prints it; <paramref name="Start"/> and <paramref name="End"/> as in <see cref="PassageLine"/>.</summary>
internal sealed record QuoteLine(string Id, string Text, string Speaker, int Start, int End, IReadOnlyList<string> Topics)
{
    public static QuoteLine Of(Quote quote) => new(quote.Id, quote.Passage.Text, quote.Speaker, quote.Passage.Span.Start, quote.Passage.Span.End, quote.Topics);
}
