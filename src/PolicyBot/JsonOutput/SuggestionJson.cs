
namespace PolicyBot.JsonOutput;

/// <summary>An entry that is offered for a question.</summary>
internal sealed record SuggestionJson(string Entry, string Question, double Confidence);
