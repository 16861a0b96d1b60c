namespace PolicyBot.Knowledge.Drafting;

/// <summary>A candidate question.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Question">The question.</param>
/// <param name="Answer">The sentences that answer it, each with its evidence; for an unanswerable one, its
/// passage.</param>
/// <param name="Topic">The topic.</param>
/// <param name="Phrasings">Other ways to ask it.</param>
/// <param name="Review">What is unsure, or null.</param>
internal sealed record DraftedQuestion(
    string Id,
    string Question,
    IReadOnlyList<(string Text, string Evidence)> Answer,
    string Topic,
    IReadOnlyList<string> Phrasings,
    string? Review);
