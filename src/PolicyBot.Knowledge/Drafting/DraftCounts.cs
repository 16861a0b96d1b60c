namespace PolicyBot.Knowledge.Drafting;

/// <summary>How much a draft has.</summary>
/// <param name="People">The number of people.</param>
/// <param name="Organisations">The number of organisations.</param>
/// <param name="Quotes">The number of quotes.</param>
/// <param name="Questions">The number of questions with answers.</param>
/// <param name="Unanswerable">The number of questions without.</param>
/// <param name="Marks">The number of marks to review in both files.</param>
public sealed record DraftCounts(
    int People, int Organisations, int Quotes, int Questions, int Unanswerable, int Marks);
