namespace PolicyBot.Knowledge.Curation.Quality;

/// <summary>Something that the bot says, and what it may rest on.</summary>
/// <param name="Statement">The sentence.</param>
/// <param name="Entry">The entry’s id, or “summary”.</param>
/// <param name="Support">The evidence, the whole sentences of the article around it, and the sentence before, which
/// says who “they” are.</param>
internal sealed record Claim(Statement Statement, string Entry, IReadOnlyList<string> Support)
{
    /// <summary>
    /// All sentences that the bot says of a set. Those of one answer support each other, for a reader is shown all
    /// their evidence.
    /// </summary>
    public static IEnumerable<Claim> GetAll(KnowledgeSet set)
    {
        foreach (var question in set.Questions)
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
            if (!evidence.Exists(e => e.Span.Start < span.End && span.Start < e.Span.End)) continue;
            if (i > 0) support.Add(sentences[i - 1].Text);
            support.Add(sentences[i].Text);
        }

        return support;
    }
}
