using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.TestUtilities;

namespace PolicyBot.Knowledge.Tests.Curation.Reading;

/// <summary>Mistakes that a curator cannot see: comments, tabs, accents and joiners.</summary>
public sealed class HiddenMistakesTests
{
    [Theory]
    [InlineData(
        "question: How many books are there?",
        "question: What is #1?",
        "question: What is",
        "books",
        "“question” ends before “#1?”")]
    [InlineData(
        "question: How many books are there?",
        "question: What is C # about?",
        "question: What is",
        "books",
        "“question” ends before “# about?”")]
    [InlineData(
        "speaker: The chair", "speaker: The chair #2", "speaker: The", "library-word", "“speaker” ends before “#2”")]
    [InlineData("- how much was it", "- how much was #1", "- how much", "cost", "“phrasings” ends before “#1”")]
    [InlineData(
        "text: Mayor Rosa Diaz opened it.",
        "text: Mayor Rosa Diaz opened it. #first",
        "text: Mayor",
        "opening",
        "“text” ends before “#first”")]
    public void Read_TextCutOffByComment_IsReportedOnItsLine(
        string old, string replacement, string at, string entry, string problem)
    {
        var yaml = SampleSet.With(SampleSet.Knowledge, old, replacement);

        var error = Assert.Single(SampleSet.ReadErrors(knowledge: yaml));

        Assert.Equal((SampleSet.FindLine(yaml, at), entry), (error.Line, error.Entry));
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
        Assert.Contains("in quotation marks", error.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("question: How many books are there?", "question: How many books are there? # asked often")]
    [InlineData("question: How many books are there?", "question: \"How many books are there?\" #asked often")]
    [InlineData("question: How many books are there?", "question: How many books#are there?")]
    [InlineData("speaker: The chair", "speaker: The chair # of the trust")]
    [InlineData("thresholds: {answer: 0.5, offer: 0.3}", "thresholds: {answer: 0.5, offer: 0.3} #tried")]
    [InlineData("- id: books", "- id: books #last")]
    public void Read_IntendedComment_IsValid(string old, string replacement) =>
        Assert.IsType<ReadResult.Valid>(
            SampleSet.Read(knowledge: SampleSet.With(SampleSet.Knowledge, old, replacement)));

    [Theory]
    [InlineData("    role: Mayor\n", "\trole: Mayor\n")]
    [InlineData("    role: Mayor\n", "  \trole: Mayor\n")]
    [InlineData("      who opened it\n", "\twho opened it\n")]
    [InlineData("      - how much was it\n", "\t- how much was it\n")]
    [InlineData("    topics: [money]\n", "\ttopics: [money]\n")]
    public void Read_TabAsIndentation_IsReportedOnItsLine(string old, string replacement)
    {
        var yaml = SampleSet.With(SampleSet.Knowledge, old, replacement);

        var error = Assert.Single(SampleSet.ReadErrors(knowledge: yaml));

        Assert.Equal(SampleSet.FindLine(yaml, replacement), error.Line);
        Assert.Contains("indented with a tab", error.Problem, StringComparison.Ordinal);
        Assert.Contains("spaces", error.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The café is new.", "The cafe\u0301 is new.", "letter and accent as one character, the other as two")]
    [InlineData("The cafe\u0301 is new.", "The café is new.", "letter and accent as one character, the other as two")]
    [InlineData("The café is new.", "The cafe is new.", "only the accents differ.")]
    public void Read_EvidenceWithOtherAccents_ReportsDifference(string inArticle, string inSet, string cause)
    {
        var yaml = SampleSet.With(SampleSet.Knowledge, "nearest: Mayor Opens Library", $"nearest: {inSet}");

        var error = Assert.Single(SampleSet.ReadErrors(SampleSet.Article + "\n\n" + inArticle, yaml));

        Assert.Equal((SampleSet.FindLine(yaml, $"nearest: {inSet}"), "books"), (error.Line, error.Entry));
        Assert.Contains(cause, error.Problem, StringComparison.Ordinal);
        Assert.Contains($"“{inArticle}”", error.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EvidenceEndingBeforeAccent_IsWithinWord()
    {
        var yaml = SampleSet.With(SampleSet.Knowledge, "nearest: Mayor Opens Library", "nearest: The cafe");

        var error = Assert.Single(SampleSet.ReadErrors(SampleSet.Article + "\n\nThe cafe\u0301 is new.", yaml));

        Assert.Contains("within a word", error.Problem, StringComparison.Ordinal);
        Assert.Contains("“The cafe\u0301”", error.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("می\u200Cخواهم")]
    [InlineData("क्\u200Dष")]
    [InlineData("അവന്\u200D വന്നു")]
    [InlineData("👩\u200D💻")]
    [InlineData("👩🏽\u200D🚀")]
    [InlineData("🏳\uFE0F\u200D🌈")]
    [InlineData("👩\u200D❤\uFE0F\u200D👨")]
    public void Read_JoinersOfText_AreAllowed(string text)
    {
        var yaml = SampleSet.With(SampleSet.Knowledge, "number of books", $"number of {text} books");

        var result = SampleSet.Read(SampleSet.Article + $"\n\nIt says {text} here.", yaml, $"books\thow many {text}\n");

        Assert.IsType<ReadResult.Valid>(result);
    }

    [Theory]
    [InlineData("nu\u200Cmber", "U+200C")]
    [InlineData("number \u200D", "U+200D")]
    [InlineData("👩\u200C💻", "U+200C")]
    [InlineData("👩\u200D x", "U+200D")]
    [InlineData("\u200Dخ", "U+200D")]
    [InlineData("Ж\u200DЖ", "U+200D")]
    public void Read_MisplacedJoiners_AreErrors(string text, string character)
    {
        var error = Assert.Single(SampleSet.ReadErrors(phrasings: $"books\tthe {text} of them\n"));

        Assert.Contains(character, error.Problem, StringComparison.Ordinal);
    }
}
