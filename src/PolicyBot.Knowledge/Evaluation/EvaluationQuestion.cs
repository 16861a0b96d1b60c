namespace PolicyBot.Knowledge.Evaluation;

/// <summary>A question whose right outcome is known.</summary>
/// <param name="Half">The half it was drawn into.</param>
/// <param name="Entries">Ids of the entries that answer it, best first; empty where the article does not.</param>
/// <param name="Style">How it is asked: plain, chatty, indirect, keywords, misspelt.</param>
/// <param name="Question">The question.</param>
public sealed record EvaluationQuestion(EvaluationHalf Half, IReadOnlyList<string> Entries, string Style, string Question);
