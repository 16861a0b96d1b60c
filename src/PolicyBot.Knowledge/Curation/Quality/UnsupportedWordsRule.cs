using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Quality;

/// <summary>
/// What the bot says must be in the evidence or in the sentences around it: each of its words, or one for the same
/// thing.
/// </summary>
internal sealed class UnsupportedWordsRule : IQualityRule
{
    public IEnumerable<Diagnostic> Check(KnowledgeSet set)
    {
        var names = SupportedWords.ReadNames(set);
        foreach (var saying in Claim.GetAll(set))
        {
            var missing = new SupportedWords(names, saying.Support).GetMissing(saying.Statement.Text);
            if (missing.Count == 0) continue;
            var sentence = DiagnosticText.Quote(saying.Statement.Text);
            yield return Warning.Create(
                set.Locations.GetStatement(saying.Statement),
                saying.Entry,
                $"The sentence {sentence} says {DiagnosticText.QuoteAll(missing)}, but its evidence doesn’t.",
                "Use the evidence’s words, add evidence that says so, or list the words under “synonyms”.");
        }
    }
}
