using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Coverage;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Layers;
using PolicyBot.Knowledge.Curation.Quality;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Curation.Writing;
using PolicyBot.Knowledge.Exchange;
using PolicyBot.Knowledge.Matching.Semantic;
using PolicyBot.Knowledge.Tests.Encoding;
using PolicyBot.Knowledge.Tests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.Knowledge.Tests.Answering;

/// <summary>Questions whose answers have no evidence in the article.</summary>
public sealed class ServerQuestionTests
{
    private static readonly KnowledgeSet Library = Assert.IsType<ReadResult.Valid>(SampleSet.Read()).Set;

    private static readonly KnowledgeSet WithParis = Apply(Library, new SetChange.AddServerQuestion(
        "paris",
        "Can I post about Paris?",
        ["is Paris off-topic\u2028here"],
        "Use\n#travel.",
        "Rule 4",
        "https://x.org/"));

    [Theory]
    [InlineData("How can I tell the moderators about a spammer?")]
    [InlineData("someone keeps posting ads, where can I report them")]
    public void Ask_ParaphraseOfAServersQuestion_ShowsIt(string question)
    {
        var set = Apply(ArticleFolder.Read("meat-inspection").Set, new SetChange.AddServerQuestion(
            "spam",
            "How do I report spam or ads?",
            ["where do I report a spammer", "someone posts advertising, what can I do", "tell the mods about spam"],
            "Write to the moderators.",
            "Rule 4"));

        var answer = new Answerer(set, vectors: new VectorStore(EncoderTestFile.Encoder)).Ask(question);

        Assert.Equal("spam", FindShown(answer)?.Id);
    }

    [Fact]
    public void Ask_EvaluationQuestions_AreNotAnsweredByAServersQuestion()
    {
        var (shipped, questions) = ArticleFolder.Read("meat-inspection");
        var vectors = new VectorStore(EncoderTestFile.Encoder);
        var set = Apply(shipped, new SetChange.AddServerQuestion(
            "spam", "How do I report spam?", ["where do I report a spammer"], "Write to us.", "Rule 4"));
        var (before, after) = (new Answerer(shipped, vectors: vectors), new Answerer(set, vectors: vectors));

        Assert.All(questions, q => Assert.NotEqual("spam", (after.Ask(q.Question) as Answer.Answered)?.Entry.Id));
        var changed = questions.Count(q => before.Ask(q.Question).GetType() != after.Ask(q.Question).GetType());
        Assert.InRange(changed, 0, questions.Count / 20);
    }

    // With their evidence, the right ones of these entries are shown for 67 of the 88 questions about them.
    [Fact]
    public void Ask_FifthOfTheEntriesWithoutEvidence_AreFoundAndTakeNoOthersQuestion()
    {
        const int Parts = 5;
        var vectors = new VectorStore(EncoderTestFile.Encoder);
        var (found, taken) = (0, 0);
        foreach (var name in new[] { "meat-inspection", "prepaid-disclosures" })
        {
            var (set, questions) = ArticleFolder.Read(name);
            for (var part = 0; part < Parts; part++)
            {
                var ids = set.Questions.Where((_, i) => i % Parts == part).Select(q => q.Id).ToHashSet();
                var answerer = new Answerer(RemoveEvidence(set, ids), vectors: vectors);
                foreach (var question in questions.Where(q => q.IsCovered))
                {
                    var answer = answerer.Ask(question.Question);
                    var isOwn = question.Entries.Any(ids.Contains);
                    if (isOwn && FindShown(answer) is { } shown && question.IsRight(shown)) found++;
                    if (!isOwn && answer is Answer.Answered(var entry) && ids.Contains(entry.Id)) taken++;
                }
            }
        }

        Assert.InRange(found, 53, 88);
        Assert.Equal(0, taken);
    }

    [Fact]
    public void Ask_NameThatOnlyTheServersQuestionUses_IsAnswered()
    {
        Assert.IsType<Answer.NotInArticle>(new Answerer(Library).Ask("Can I post about Paris?"));

        var answer = new Answerer(WithParis).Ask("Can I post about Paris?");

        Assert.Equal("paris", Assert.IsType<Answer.Answered>(answer).Entry.Id);
    }

    [Fact]
    public void Explanation_OfAServersQuestion_SaysNothingAboutEvidence()
    {
        var answerer = new Answerer(WithParis, vectors: new VectorStore(EncoderTestFile.Encoder));

        var why = answerer.Ask("could somebody post something on Paris").Explanation;

        Assert.Equal("paris", why.Best?.Id);
        Assert.NotEmpty(why.Parts);
        Assert.DoesNotContain(why.Parts, p => p.Name.Contains("evidence", StringComparison.Ordinal));
    }

    [Fact]
    public void Check_ServersQuestion_NeedsNoEvidence() => Assert.DoesNotContain(
        QualityCheck.Check(WithParis),
        d => d.Entry == "paris" && d.Problem.Contains("evidence", StringComparison.Ordinal));

    [Fact]
    public void Coverage_OfAServersQuestion_IsNothing() => Assert.Equal(
        CoverageReport.Create(Library).CoveredCount, CoverageReport.Create(WithParis).CoveredCount);

    [Fact]
    public void Write_ServersQuestion_IsAComment()
    {
        var text = KnowledgeWriter.Write(WithParis, "A server's set.").Knowledge;

        Assert.EndsWith(
            """

            # The server's own questions. The article doesn't answer them, so they aren't in this set.
            # Can I post about Paris?
            #   Answer: Use #travel.
            #   Source: Rule 4
            #   Address: https://x.org/
            #   Phrasing: is Paris off-topic here

            """,
            text,
            StringComparison.Ordinal);
        Assert.IsType<ReadResult.Valid>(SampleSet.Read(knowledge: text));
    }

    [Fact]
    public void Export_ServersQuestion_HasItsSource()
    {
        Assert.Contains("Source: Rule 4, https://x.org/", Export(WithParis, ExchangeFormat.Markdown));
        Assert.Equal(Export(Library, ExchangeFormat.Csv), Export(WithParis, ExchangeFormat.Csv));
    }

    private static QuestionEntry? FindShown(Answer answer) =>
        (answer as Answer.Answered)?.Entry ?? (answer as Answer.NoPreparedAnswer)?.Closest;

    private static KnowledgeSet RemoveEvidence(KnowledgeSet set, HashSet<string> ids) => set with
    {
        Questions =
        [
            .. set.Questions.Select(q => ids.Contains(q.Id)
                ? q with
                {
                    Source = new ServerSource("a rule", null),
                    Answer = [.. q.Answer.Select(s => new Statement(s.Text, []))],
                }
                : q),
        ],
    };

    private static string Export(KnowledgeSet set, ExchangeFormat format)
    {
        using var stream = new MemoryStream();
        SetExport.Write(set, format, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static KnowledgeSet Apply(KnowledgeSet set, SetChange change)
    {
        var layered = LayeredSet.Apply(set, [new NumberedChange(1, change)]);
        Assert.Empty(layered.Rejected);
        return layered.Set;
    }
}
