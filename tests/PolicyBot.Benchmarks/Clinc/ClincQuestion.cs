namespace PolicyBot.Benchmarks.Clinc;

/// <summary>A question with its right entry's number, or null where it is out of scope.</summary>
internal sealed record ClincQuestion(string Text, int? Entry);
