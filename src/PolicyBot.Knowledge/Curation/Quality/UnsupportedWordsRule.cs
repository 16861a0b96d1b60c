using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Quality;

/// <summary>Warns about words that neither the evidence nor the sentences around it contain, nor a synonym.</summary>
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
                $"The sentence {sentence} says {DiagnosticText.QuoteAll(missing)}, but its evidence doesn't.",
                "Use the evidence's words, add evidence that says so, or list the words under “synonyms”.");
        }
    }
}
