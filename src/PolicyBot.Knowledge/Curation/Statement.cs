using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Curation;

/// <summary>A sentence that the bot says, with the article's words that it rests on.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Evidence">At least one passage; every name and number of the sentence stands in one of them.</param>
public sealed record Statement(string Text, IReadOnlyList<Passage> Evidence);
