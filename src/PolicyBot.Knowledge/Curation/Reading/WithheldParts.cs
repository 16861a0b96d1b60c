namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>Removes the parts of a set that rest on words which only an earlier version of the article has.</summary>
internal static class WithheldParts
{
    /// <summary>
    /// Creates a copy without them. A question without a sentence becomes a withheld one; a summary without a sentence
    /// consists of the article's own.
    /// </summary>
    /// <param name="set">The set; returned unchanged if nothing is withheld.</param>
    public static KnowledgeSet Remove(KnowledgeSet set)
    {
        if (!set.Evidence.Any(e => e.IsWithheld)) return set;
        var questions = set.Questions
            .Select(q => q with { Answer = Keep(q.Answer), IsShortened = q.Answer.Any(s => s.IsWithheld) }).ToList();
        var ids = questions.Where(q => q.Answer.Count > 0).Select(q => q.Id).ToHashSet(StringComparer.Ordinal);
        var (summary, own) = (set.Summary, ArticleOnlySet.CreateSummary(set.Article));
        var (sentences, points) = (Keep(summary.Short), Keep(summary.Points));
        return set with
        {
            Questions =
            [
                .. questions.Where(q => ids.Contains(q.Id))
                    .Select(q => q with { Related = [.. q.Related.Where(ids.Contains)] }),
            ],
            Withheld =
            [
                .. questions.Where(q => !ids.Contains(q.Id) && q.Review is null)
                    .Select(q => new WithheldEntry(q.Id, q.Question, q.Phrasings)),
            ],
            Summary = new Summary(
                summary.Line.IsWithheld ? own.Line : summary.Line,
                sentences.Count > 0 ? sentences : own.Short,
                points.Count > 0 ? points : own.Points),
        };
    }

    private static IReadOnlyList<Statement> Keep(IReadOnlyList<Statement> statements) =>
        [.. statements.Where(s => !s.IsWithheld)];
}
