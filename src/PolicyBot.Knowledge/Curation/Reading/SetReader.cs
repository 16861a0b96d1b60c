using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation.Yaml;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>Reads a curated set, part by part. Names come first: sentences are checked against them.</summary>
internal static class SetReader
{
    // What a phrasing takes in a file, roughly.
    private const int LengthOfPhrasing = 64;

    private static readonly string[] Required = ["summary", "questions"];
    private static readonly string[] Optional = ["people", "organisations", "synonyms", "absent", "quotes", "unanswered", "thresholds"];

    /// <summary>The set; null, or not to be used, where a fault is told.</summary>
    public static KnowledgeSet? Read(string name, Article? article, SetSource source, SetLocations locations)
    {
        var (yaml, faults, phrasings, phrasingFaults) = source;
        var bulk = new PhrasingsReader(phrasingFaults);
        if (NodeTree.Read(yaml, faults) is not { } root
            || FieldReader.Read(root, null, faults, Required, Optional) is not { } parts)
        {
            if (phrasings is not null) bulk.Read(phrasings, null);
            return null;
        }

        var expected = (yaml.Length + (phrasings?.Length ?? 0)) / LengthOfPhrasing;
        var context = new ReadingContext(article, faults, locations, expected);
        var named = new NamedReader(context);
        var words = new WordsReader(context);
        var asked = new QuestionsReader(context);
        var people = named.People(parts["people"]);
        var organisations = named.Organisations(parts["organisations"]);
        var synonyms = words.Synonyms(parts["synonyms"]);
        var absent = words.Absent(parts["absent"]);
        var quotes = new QuotesReader(context).Read(parts["quotes"]);
        var summary = new SummaryReader(context).Read(parts["summary"]);
        var questions = asked.Questions(parts["questions"]);
        var unanswered = asked.Unanswered(parts["unanswered"]);
        var thresholds = new ThresholdsReader(context).Read(parts["thresholds"]);
        asked.CheckRelated();
        if (phrasings is not null) bulk.Read(phrasings, context);
        if (article is null || summary is null) return null;
        foreach (var (id, entry) in context.Asked)
            locations.Add(id, entry.Fields["question"]?.Line ?? entry.Fields.Line, entry.Lines, entry.InKnowledge);

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
            Unanswerable = unanswered,
            Summary = summary,
            Thresholds = thresholds,
            Locations = locations,
        };
    }
}
