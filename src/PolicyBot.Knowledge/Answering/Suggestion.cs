using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Answering;

/// <summary>An entry close to a question.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Confidence">How likely it is the entry asked for, 0 to 1.</param>
public sealed record Suggestion(QuestionEntry Entry, double Confidence);
