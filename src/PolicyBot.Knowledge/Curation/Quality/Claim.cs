namespace PolicyBot.Knowledge.Curation.Quality;

/// <summary>A sentence that the bot says, with the texts that may support it.</summary>
/// <param name="Statement">The sentence.</param>
/// <param name="Entry">The entry's id, or “summary”.</param>
/// <param name="Support">
/// The evidence, the complete sentences around it, and the sentence before, which says who “they” are.
/// </param>
internal sealed record Claim(Statement Statement, string Entry, IReadOnlyList<string> Support)
{
    /// <summary>
    /// Gets all sentences that a set takes from the article. The sentences of one answer share their evidence, because
    /// readers see all of it.
    /// </summary>
    public static IEnumerable<Claim> GetAll(KnowledgeSet set)
    {
        foreach (var question in set.Questions.Where(q => q.Source is null))
        {
            var support = GetSupport(set, question.Answer);
            foreach (var statement in question.Answer) yield return new Claim(statement, question.Id, support);
        }

        foreach (var statement in set.Summary.Short.Concat(set.Summary.Points).Prepend(set.Summary.Line))
            yield return new Claim(statement, "summary", GetSupport(set, [statement]));
    }

    private static List<string> GetSupport(KnowledgeSet set, IReadOnlyList<Statement> statements)
    {
        var evidence = statements.SelectMany(s => s.Evidence).ToList();
        var support = evidence.Select(e => e.Text).ToList();
        var sentences = set.Article.Sentences;
        for (var i = 0; i < sentences.Count; i++)
        {
            var span = sentences[i].Span;
            if (!evidence.Exists(e => e.Span.Overlaps(span))) continue;
            if (i > 0) support.Add(sentences[i - 1].Text);
            support.Add(sentences[i].Text);
        }

        return support;
    }
}
