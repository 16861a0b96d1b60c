using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Quality;

/// <summary>
/// Warns about sentences of the article that no evidence, quote or summary uses: the bot can't answer questions about
/// them.
/// </summary>
internal sealed class UncoveredSentencesRule : IQualityRule
{
    private const int Shown = 80;

    public IEnumerable<Diagnostic> Check(KnowledgeSet set)
    {
        var used = GetUsed(set);
        // The headline comes from the front matter.
        foreach (var sentence in set.Article.Sentences.Where(s => s.Text != set.Article.Title))
        {
            if (used.Exists(p => p.Covers(sentence))) continue;
            yield return Warning.Create(
                set.Locations.GetPassage(set.Article, sentence.Span),
                null,
                $"No evidence, quote or summary uses the sentence {DiagnosticText.Quote(sentence.Text, Shown)}.",
                "Add a question that it answers, unless readers won't ask about it.");
        }
    }

    private static List<Passage> GetUsed(KnowledgeSet set)
    {
        var summary = set.Summary.Short.Concat(set.Summary.Points).Append(set.Summary.Line);
        var used = set.Questions.SelectMany(q => q.Answer).Concat(summary).SelectMany(s => s.Evidence).ToList();
        used.AddRange(set.Quotes.Select(q => q.Passage));
        return used;
    }
}
