using PolicyBot.Knowledge.Drafting.Pages;

namespace PolicyBot.Knowledge.Drafting;

/// <summary>A drafted article folder: the texts of its files, and what is in them.</summary>
/// <param name="Name">A name for the folder: the title in lower-case letters, digits and hyphens.</param>
/// <param name="Article">The text of article.md.</param>
/// <param name="Knowledge">The text of knowledge.yaml.</param>
/// <param name="Page">What the page gave.</param>
/// <param name="Figures">The dates and figures, as the article writes them.</param>
/// <param name="Counts">How much is in the set.</param>
public sealed record Draft(
    string Name, string Article, string Knowledge, Page Page, IReadOnlyList<string> Figures, DraftCounts Counts);
