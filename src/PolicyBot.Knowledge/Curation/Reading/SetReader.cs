using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation.Yaml;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>Reads a curated set, part by part. Names come first: sentences are checked against them.</summary>
internal static class SetReader
{
    private static readonly string[] Required = ["summary", "questions"];
    private static readonly string[] Optional = ["people", "organisations", "synonyms", "absent", "quotes", "unanswered", "thresholds"];

    /// <summary>The set; null, or not to be used, where a fault is told.</summary>
    public static KnowledgeSet? Read(string name, Article? article, string yaml, FaultList faults)
    {
        if (NodeTree.Read(yaml, faults) is not { } root) return null;
        if (Fields.Read(root, null, faults, Required, Optional) is not { } parts) return null;
        var context = new ReadingContext(article, faults);
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
        if (article is null || summary is null) return null;
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
            Unanswered = unanswered,
            Summary = summary,
            Thresholds = thresholds,
        };
    }
}
