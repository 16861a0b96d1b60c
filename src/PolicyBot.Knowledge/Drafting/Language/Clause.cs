namespace PolicyBot.Knowledge.Drafting.Language;

/// <summary>The main clause of a sentence: who does what.</summary>
/// <param name="Lead">What comes before the subject: “In a retail store”; empty if nothing does.</param>
/// <param name="Subject">The words of the subject.</param>
/// <param name="Auxiliary">The auxiliary: “is”, “should”; null if there is none.</param>
/// <param name="Middle">The words between the auxiliary and the verb: “now”, “be”, “not been”.</param>
/// <param name="Verb">The verb; null if the clause says only what something is.</param>
/// <param name="Rest">What follows, up to the end of the clause.</param>
internal sealed record Clause(
    IReadOnlyList<SentenceWord> Lead,
    IReadOnlyList<SentenceWord> Subject,
    SentenceWord? Auxiliary,
    IReadOnlyList<SentenceWord> Middle,
    SentenceWord? Verb,
    IReadOnlyList<SentenceWord> Rest);
