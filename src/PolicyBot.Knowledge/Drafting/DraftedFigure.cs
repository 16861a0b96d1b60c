using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Drafting;

/// <summary>A date or a number with what it counts.</summary>
/// <param name="Passage">The figure as the article writes it.</param>
/// <param name="IsDate">Whether it is a date.</param>
/// <param name="Unit">What is counted: “people”; null for a date, and if nothing follows.</param>
internal sealed record DraftedFigure(Passage Passage, bool IsDate, string? Unit)
{
    /// <summary>Whether it is an amount of money.</summary>
    public bool IsMoney => !IsDate && (Passage.Text.AsSpan().IndexOfAny("$€£") >= 0
        || Passage.Text.Contains("cent", StringComparison.Ordinal)
        || Passage.Text.Contains("dollar", StringComparison.Ordinal));
}
