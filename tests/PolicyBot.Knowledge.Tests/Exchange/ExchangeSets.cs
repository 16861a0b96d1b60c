using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Curation.Writing;
using PolicyBot.Knowledge.Tests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.Knowledge.Tests.Exchange;

/// <summary>Sets for tests of the exchange, and their values as texts, so that two sets can be compared.</summary>
internal static class ExchangeSets
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The names of the articles that <see cref="Read(string)"/> reads.</summary>
    public static TheoryData<string> Names => ["facebook-encryption", "meat-inspection", "prepaid-disclosures"];

    /// <summary>Reads an article's set; skips the test if there is no such article.</summary>
    public static KnowledgeSet Read(string name) => name == ShippedSet.Name
        ? Read(name, ShippedSet.Article, ShippedSet.Knowledge, ShippedSet.Phrasings)
        : ArticleFolder.Read(name).Set;

    /// <summary>Reads a valid set, with its marked parts.</summary>
    public static KnowledgeSet Read(
        string name, KnowledgeFile article, KnowledgeFile? knowledge, KnowledgeFile? phrasings = null)
    {
        var result = KnowledgeReader.Read(name, article, knowledge, phrasings, MarkedEntryHandling.Included);
        if (result is ReadResult.Invalid(var problems)) Assert.Fail(string.Join('\n', problems));
        return ((ReadResult.Valid)result).Set;
    }

    /// <summary>Reads a set's files, next to its article.</summary>
    public static KnowledgeSet Read(KnowledgeSet set, SetFiles text) => Read(
        set.Name,
        new KnowledgeFile("article.md", $"---\ntitle: {set.Article.Title}\n---\n\n{set.Article.Body}\n"),
        new KnowledgeFile("knowledge.yaml", text.Knowledge),
        text.Phrasings is null ? null : new KnowledgeFile("phrasings.txt", text.Phrasings));

    /// <summary>The set of the tests, with an unanswerable question.</summary>
    public static KnowledgeSet Sample { get; } = Read(
        "library",
        new KnowledgeFile(SampleSet.ArticlePath, SampleSet.Article),
        new KnowledgeFile(SampleSet.KnowledgePath, SampleSet.Knowledge));

    /// <summary>The set of an article without questions.</summary>
    public static KnowledgeSet WithoutQuestions(KnowledgeSet set) => new()
    {
        Name = set.Name,
        Article = set.Article,
        Questions = [],
        Summary = set.Summary,
    };

    /// <summary>Formats all values of a set but its article and the places in its files.</summary>
    public static string Format(KnowledgeSet set) => JsonSerializer.Serialize(
        new
        {
            set.Name,
            set.People,
            set.Organisations,
            set.Synonyms,
            set.Absent,
            set.Quotes,
            set.Questions,
            set.Unanswerable,
            set.Summary,
            set.Thresholds,
        },
        Options);
}
