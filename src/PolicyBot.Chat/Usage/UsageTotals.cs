namespace PolicyBot.Chat.Usage;

/// <summary>Sums of what happened; none is negative.</summary>
/// <param name="Answered">Questions that were answered.</param>
/// <param name="Offered">Questions for which the user was offered several to choose from.</param>
/// <param name="NotInArticle">Questions that the article doesn't answer.</param>
/// <param name="NoPreparedAnswer">Questions that no prepared answer fits.</param>
/// <param name="NotUnderstood">Questions that were not understood.</param>
/// <param name="Picked">Answers to questions that the user chose from those offered.</param>
/// <param name="Helpful">Answers that were rated helpful.</param>
/// <param name="NotHelpful">Answers that were rated not helpful.</param>
internal sealed record UsageTotals(
    int Answered,
    int Offered,
    int NotInArticle,
    int NoPreparedAnswer,
    int NotUnderstood,
    int Picked,
    int Helpful,
    int NotHelpful)
{
    /// <summary>Questions that users typed.</summary>
    public int Asked => Answered + Offered + NotInArticle + NoPreparedAnswer + NotUnderstood;

    /// <summary>Questions that the article doesn't answer, or that were not understood.</summary>
    public int Refused => NotInArticle + NotUnderstood;

    /// <summary>Questions that were not answered.</summary>
    public int Unanswered => Refused + NoPreparedAnswer;

    /// <summary>Answers that were shown.</summary>
    public int Shown => Answered + Picked;

    public static UsageTotals From(IEnumerable<UsageCount> counts) => From(counts.Select(c => (c.Kind, c.Count)));

    public static UsageTotals From(IEnumerable<DayCount> counts) => From(counts.Select(c => (c.Kind, c.Count)));

    private static UsageTotals From(IEnumerable<(UsageKind Kind, int Count)> counts)
    {
        var sums = counts.ToLookup(c => c.Kind, c => c.Count);
        return new UsageTotals(
            Sum(UsageKind.Answered),
            Sum(UsageKind.Offered),
            Sum(UsageKind.NotInArticle),
            Sum(UsageKind.NoPreparedAnswer),
            Sum(UsageKind.NotUnderstood),
            Sum(UsageKind.Picked),
            Sum(UsageKind.Helpful),
            Sum(UsageKind.NotHelpful));

        // A vote from before the range may have been taken back in it.
        int Sum(UsageKind kind) => Math.Max(0, sums[kind].Sum());
    }
}
