using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation.Yaml;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>Reads a curated set, part by part. Names come first, because sentences are checked against them.</summary>
internal static class SetReader
{
    // The approximate length of a phrasing in a file.
    private const int PhrasingLength = 64;

    private static readonly string[] Required = ["summary", "questions"];
    private static readonly string[] Optional =
        ["people", "organisations", "synonyms", "absent", "quotes", "unanswered", "thresholds"];

    /// <summary>Reads the set; null, or not to be used, if an error was reported.</summary>
    public static KnowledgeSet? Read(
        string name,
        Article? article,
        IReadOnlyList<Article> earlier,
        SetSource source,
        SetLocations locations)
    {
        var (yaml, diagnostics, phrasings, phrasingDiagnostics) = source;
        var bulk = new PhrasingsReader(phrasingDiagnostics);
        if (YamlReader.Read(yaml, diagnostics) is not { } root
            || EntryFields.Read(root, null, diagnostics, Required, Optional) is not { } parts)
        {
            if (phrasings is not null) bulk.Read(phrasings, null);
            return null;
        }

        var expected = (yaml.Length + (phrasings?.Length ?? 0)) / PhrasingLength;
        return Read(
            name,
            parts,
            new ReadingContext(article, earlier, diagnostics, locations, expected),
            context =>
            {
                if (phrasings is not null) bulk.Read(phrasings, context);
            });
    }

    /// <summary>Reads the set from its parts; null, or not to be used, if an error was reported.</summary>
    /// <param name="name">The set's name.</param>
    /// <param name="root">The parts, with the lines to report.</param>
    /// <param name="context">The context, with nothing read yet.</param>
    public static KnowledgeSet? Read(string name, Node root, ReadingContext context) =>
        EntryFields.Read(root, null, context.Diagnostics, Required, Optional) is { } parts
            ? Read(name, parts, context, static _ => { })
            : null;

    private static KnowledgeSet? Read(
        string name, EntryFields parts, ReadingContext context, Action<ReadingContext> addPhrasings)
    {
        var named = new NamedEntityReader(context);
        var terms = new TermsReader(context);
        var questionsReader = new QuestionsReader(context);
        var people = named.ReadPeople(parts["people"]);
        var organisations = named.ReadOrganisations(parts["organisations"]);
        var synonyms = terms.ReadSynonyms(parts["synonyms"]);
        var absent = terms.ReadAbsentNames(parts["absent"]);
        var quotes = new QuotesReader(context).Read(parts["quotes"]);
        var summary = new SummaryReader(context).Read(parts["summary"]);
        var questions = questionsReader.ReadQuestions(parts["questions"]);
        var unanswerable = questionsReader.ReadUnanswerable(parts["unanswered"]);
        var thresholds = new ThresholdsReader(context).Read(parts["thresholds"]);
        questionsReader.CheckRelated();
        addPhrasings(context);
        if (context.Article is not { } article || summary is null) return null;
        foreach (var (id, entry) in context.Entries)
        {
            var line = entry.Fields["question"]?.Line ?? entry.Fields.Line;
            context.Locations.Add(id, line, entry.Lines, entry.InKnowledge);
        }

        return new KnowledgeSet
        {
            Name = name,
            Article = article,
            People = people,
            Organisations = organisations,
            Synonyms = synonyms,
            Absent = absent,
            Quotes = [.. quotes.OrderBy(q => q.Passage.Span.Start)],
            Questions = questions,
            Unanswerable = unanswerable,
            Summary = summary,
            Thresholds = thresholds,
            ReviewMarks = [.. context.ReviewMarks.OrderBy(m => m.Location.Line)],
            Evidence = [.. context.Passages.Evidence.OrderBy(e => e.Location.Line)],
            Changed = FindChanged(article, context.Earlier),
            Locations = context.Locations,
        };
    }

    // The first of the earlier versions is the latest.
    private static IReadOnlyList<TextSpan> FindChanged(Article article, IReadOnlyList<Article> earlier) =>
        earlier.Count == 0
            ? [new TextSpan(0, article.Body.Length)]
            :
            [
                .. article.Sentences
                    .Where(s => !earlier[0].Body.Contains(s.Text, StringComparison.Ordinal)).Select(s => s.Span),
            ];
}
