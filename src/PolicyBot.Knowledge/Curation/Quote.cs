using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Curation;

/// <summary>Words that the article quotes.</summary>
/// <param name="Id">A short name within the set.</param>
/// <param name="Passage">The words, verbatim, without the marks around them.</param>
/// <param name="Speaker">Who says them: a person, a document, the author.</param>
/// <param name="Topics">What they are about; at least one.</param>
public sealed record Quote(string Id, Passage Passage, string Speaker, IReadOnlyList<string> Topics);
