namespace PolicyBot.Knowledge.Drafting;

/// <summary>What the drafter found in an article.</summary>
internal sealed record DraftedSet(
    DraftedNames Names,
    IReadOnlyList<DraftedQuote> Quotes,
    DraftedSummary Summary,
    IReadOnlyList<DraftedQuestion> Questions,
    IReadOnlyList<DraftedQuestion> Unanswerable)
{
    /// <summary>Counts what there is.</summary>
    /// <param name="others">The number of marks elsewhere.</param>
    public DraftCounts Count(int others) => new(
        Names.People.Count, Names.Organisations.Count, Quotes.Count, Questions.Count, Unanswerable.Count,
        others + GetReviews().Count(r => r is not null));

    private IEnumerable<string?> GetReviews() =>
    [
        .. Names.People.Concat(Names.Organisations).Select(n => n.Review), .. Quotes.Select(q => q.Review),
        Summary.Line.Review, .. Questions.Concat(Unanswerable).Select(q => q.Review),
    ];
}
