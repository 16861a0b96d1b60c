
namespace PolicyBot.JsonOutput;

/// <summary>An entry that is near a question.</summary>
internal sealed record SuggestionJson(string Entry, string Question, double Confidence);
