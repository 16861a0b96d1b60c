using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.TestUtilities;

namespace PolicyBot.Knowledge.Tests.Curation.Reading;

public sealed class KnowledgeReaderTests
{
    private static readonly KnowledgeSet Set = GetSet(SampleSet.Read());

    [Fact]
    public void Read_ValidSet_FillsEveryPart()
    {
        Assert.Equal("library", Set.Name);
        Assert.Equal(["diaz", "lee"], Set.People.Select(p => p.Id));
        Assert.Equal(["Diaz", "the mayor"], Set.People[0].Also);
        Assert.Empty(Set.People[1].Also);
        Assert.Equal("Hill Trust", Assert.Single(Set.Organisations).Name);
        Assert.Equal(["book house", "reading room"], Assert.Single(Set.Synonyms).Also);
        Assert.Equal(["Paris", "New Rome"], Assert.Single(Set.Absent).Names);
        Assert.Equal(["living-room", "library-word"], Set.Quotes.Select(q => q.Id));
        Assert.Equal("Rosa Diaz opened Eastgate Library.", Set.Summary.Line.Text);
        Assert.Single(Set.Summary.Short);
        Assert.Equal(2, Assert.Single(Set.Summary.Points).Evidence.Count);
        Assert.Equal(["opening", "cost"], Set.Questions.Select(q => q.Id));
        Assert.Equal(["cost"], Set.Questions[0].Related);
        Assert.Equal(
            "Mayor Rosa Diaz opened it. She said, “It is the town’s living room.”", Set.Questions[0].AnswerText);
        Assert.Equal("Mayor Opens Library", Assert.Single(Set.Unanswerable).Nearest.Text);
        Assert.Equal(new Thresholds(0.5, 0.3), Set.Thresholds);
    }

    [Fact]
    public void Read_PhrasingsAsBlockOrList_AreReadLineByLine()
    {
        Assert.Equal(["who opened it", "By whom was the library opened?"], Set.Questions[0].Phrasings);
        Assert.Equal(["how much was it", "price of the library"], Set.Questions[1].Phrasings);
    }

    [Fact]
    public void Read_ValidSet_SpansMatchPassages()
    {
        var passages = Set.Questions
            .SelectMany(q => q.Evidence).Concat(Set.Quotes.Select(q => q.Passage))
            .Concat(Set.People.Select(p => p.Evidence)).ToList();

        Assert.All(passages, p => Assert.Equal(p.Text, Set.Article.Body[p.Span.Start..p.Span.End]));
    }

    [Fact]
    public void Read_QuoteWithContext_IsLocatedWithinIt()
    {
        var quote = Set.Quotes.Single(q => q.Id == "library-word").Passage;

        Assert.Equal(
            Set.Article.Body.IndexOf("the library is safe", StringComparison.Ordinal) + "the ".Length,
            quote.Span.Start);
    }

    [Fact]
    public void Read_QuoteAlsoWithinWord_IsLocatedAtWholeWord()
    {
        var yaml = SampleSet.With(
            SampleSet.Knowledge, "    text: library\n    context: the library is safe\n", "    text: safe\n");

        var quote = GetSet(SampleSet.Read(knowledge: yaml)).Quotes.Single(q => q.Id == "library-word").Passage;

        Assert.Equal(Set.Article.Body.IndexOf("safe, and", StringComparison.Ordinal), quote.Span.Start);
    }

    [Fact]
    public void Read_WindowsLineEndsAndByteOrderMark_HaveSameResult()
    {
        var set = GetSet(SampleSet.Read(Windows(SampleSet.Article), Windows(SampleSet.Knowledge)));

        Assert.Equal(Set.Article.Body, set.Article.Body);
        Assert.Equal(Set.Questions[0].Phrasings, set.Questions[0].Phrasings);

        static string Windows(string text) => "\uFEFF" + text.Replace("\n", "\r\n", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("thresholds: {answer: 0.5, offer: 0.3}", "")]
    [InlineData("    related: [opening]\n", "")]
    [InlineData("    phrasings:\n      - how much was it\n      - price of the library\n", "")]
    [InlineData(
        "evidence: Mayor Rosa Diaz opened Eastgate Library\n",
        "evidence: |\n          Mayor Rosa Diaz opened Eastgate Library\n")]
    [InlineData("text: She said, “", "text: “")]
    [InlineData("text: She said, “", "text: As I see it, she said, “")]
    [InlineData("synonyms:\n  - word: library\n    also: [book house, reading room]\n", "synonyms: []\n")]
    public void Read_AllowedVariants_AreValid(string old, string replacement) =>
        GetSet(SampleSet.Read(knowledge: SampleSet.With(SampleSet.Knowledge, old, replacement)));

    [Fact]
    public void Read_NoThresholds_HasNone() =>
        Assert.Null(Read("thresholds: {answer: 0.5, offer: 0.3}", "").Thresholds);

    private static KnowledgeSet Read(string old, string replacement) =>
        GetSet(SampleSet.Read(knowledge: SampleSet.With(SampleSet.Knowledge, old, replacement)));

    private static KnowledgeSet GetSet(ReadResult result)
    {
        if (result is ReadResult.Invalid invalid) Assert.Fail(string.Join('\n', invalid.Diagnostics));
        return ((ReadResult.Valid)result).Set;
    }
}
