using System.Text.RegularExpressions;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Drafting;

namespace PolicyBot.TestUtilities;

/// <summary>What a draft has of a set that a person wrote for the same article.</summary>
/// <param name="LostParagraphs">Paragraphs that the draft doesn't have.</param>
/// <param name="Clutter">Paragraphs that only the draft has.</param>
/// <param name="Quotes">The written quotes, and whether the draft has each.</param>
/// <param name="People">The written people, and whether the draft has each.</param>
/// <param name="Figures">The words of the article with a digit, and whether a drafted figure has each.</param>
/// <param name="WrongSpeakers">The speakers of unmarked quotes that aren't the written ones.</param>
public sealed partial record DraftComparison(
    IReadOnlyList<string> LostParagraphs,
    IReadOnlyList<string> Clutter,
    IReadOnlyList<(string Text, bool IsFound)> Quotes,
    IReadOnlyList<(string Text, bool IsFound)> People,
    IReadOnlyList<(string Text, bool IsFound)> Figures,
    IReadOnlyList<string> WrongSpeakers)
{
    /// <summary>Compares a draft with a written set.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="drafted">The draft's set, marked entries included.</param>
    /// <param name="written">The set that a person wrote.</param>
    public static DraftComparison Create(Draft draft, KnowledgeSet drafted, KnowledgeSet written)
    {
        var paragraphs = written.Article.Paragraphs.Skip(1).Select(p => p.Text).ToList();
        var wrong = new List<string>();
        foreach (var quote in drafted.Quotes.Where(q => q.Review is null))
        {
            var right = written.Quotes.FirstOrDefault(q => IsSame(q.Passage.Text, quote.Passage.Text));
            if (right is not null && GetLastWord(right.Speaker) != GetLastWord(quote.Speaker))
                wrong.Add($"{quote.Speaker} instead of {right.Speaker}: {quote.Passage.Text}");
        }

        return new DraftComparison(
            [.. paragraphs.Except(draft.Page.Paragraphs)],
            [.. draft.Page.Paragraphs.Except(paragraphs)],
            [.. written.Quotes.Select(w => (
                w.Passage.Text, drafted.Quotes.Any(q => IsSame(q.Passage.Text, w.Passage.Text))))],
            [.. written.People.Select(w => (w.Name, drafted.People.Any(p => p.Name == w.Name)))],
            [.. paragraphs.SelectMany(p => WordWithDigit().Matches(p)).Select(m => (
                m.Value, draft.Figures.Any(f => f.Contains(m.Value, StringComparison.Ordinal))))],
            wrong);
    }

    private static bool IsSame(string first, string second) => first.TrimEnd('.') == second.TrimEnd('.');

    // “The letter” is “The open letter”; “The statement” is “Facebook’s statement”.
    private static string GetLastWord(string speaker) => speaker[(speaker.LastIndexOf(' ') + 1)..];

    [GeneratedRegex(@"\d[\d,.]*\d|\d")]
    private static partial Regex WordWithDigit();
}
