namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>Removes the parts of a set that are marked with <c>review:</c>.</summary>
internal static class MarkedParts
{
    /// <summary>
    /// Creates a copy without them. A question without a sentence is removed with its sentences; a summary without a
    /// sentence consists of the article's own, as if the article had no set.
    /// </summary>
    /// <param name="set">The set; returned unchanged if nothing is marked.</param>
    public static KnowledgeSet Remove(KnowledgeSet set)
    {
        if (set.ReviewMarks.Count == 0) return set;
        var questions = set.Questions.Where(q => q.Review is null)
            .Select(q => q with { Answer = Keep(q.Answer) }).Where(q => q.Answer.Count > 0).ToList();
        var ids = questions.Select(q => q.Id).ToHashSet(StringComparer.Ordinal);
        return set with
        {
            People = [.. set.People.Where(p => p.Review is null)],
            Organisations = [.. set.Organisations.Where(o => o.Review is null)],
            Synonyms = [.. set.Synonyms.Where(s => s.Review is null)],
            Absent = [.. set.Absent.Where(a => a.Review is null)],
            Quotes = [.. set.Quotes.Where(q => q.Review is null)],
            Questions = [.. questions.Select(q => q with { Related = [.. q.Related.Where(ids.Contains)] })],
            Unanswerable = [.. set.Unanswerable.Where(u => u.Review is null)],
            Summary = Remove(set.Summary, ArticleOnlySet.CreateSummary(set.Article)),
        };
    }

    private static Summary Remove(Summary summary, Summary own)
    {
        var (kept, points) = (Keep(summary.Short), Keep(summary.Points));
        return new Summary(
            summary.Line.Review is null ? summary.Line : own.Line,
            kept.Count > 0 ? kept : own.Short,
            points.Count > 0 ? points : own.Points);
    }

    private static IReadOnlyList<Statement> Keep(IReadOnlyList<Statement> statements) =>
        [.. statements.Where(s => s.Review is null)];
}
