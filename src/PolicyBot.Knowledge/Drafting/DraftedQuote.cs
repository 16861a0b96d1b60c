using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Drafting;

/// <summary>A quotation with its speaker.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Passage">The quoted text, without the quotation marks and a comma at its end.</param>
/// <param name="Context">A longer piece of the article around it if the text occurs more than once, or null.</param>
/// <param name="Speaker">Who says it, or who probably does.</param>
/// <param name="Review">What is unsure, or null.</param>
internal sealed record DraftedQuote(
    string Id, Passage Passage, string? Context, string Speaker, string? Review);
