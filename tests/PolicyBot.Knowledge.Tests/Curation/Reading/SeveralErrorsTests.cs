using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.TestUtilities;

namespace PolicyBot.Knowledge.Tests.Curation.Reading;

public sealed class SeveralErrorsTests
{
    [Fact]
    public void Read_ErrorsInBothFiles_AreReportedByFileAndLine()
    {
        var article = SampleSet.With(SampleSet.Article, "author:", "writer:");
        var yaml = SampleSet.With(SampleSet.Knowledge, "related: [cost]", "related: [none]");
        yaml = SampleSet.With(yaml, "role: Mayor", "role: ''");
        yaml = SampleSet.With(yaml, "number of books", "who opened it");
        yaml = SampleSet.With(yaml, "nearest: Mayor Opens Library", "nearest: No such words");

        var errors = SampleSet.ReadErrors(article, yaml);

        Assert.Equal(
            [
                (SampleSet.ArticlePath, 3, "front matter"),
                (SampleSet.KnowledgePath, 5, "diaz"),
                (SampleSet.KnowledgePath, SampleSet.FindLine(yaml, "related: [none]"), "opening"),
                (SampleSet.KnowledgePath, SampleSet.FindLine(yaml, "nearest: No"), "books"),
                (SampleSet.KnowledgePath, yaml.Split('\n').Length - 1, "books"),
            ],
            errors.Select(f => (f.File, f.Line, f.Entry)));
    }

    [Fact]
    public void Read_NoSummaryAndNoQuestion_ReportsBoth()
    {
        var errors = SampleSet.ReadErrors(knowledge: "people: []\n");

        Assert.Equal(
            ["The key “summary” is missing.", "The key “questions” is missing."], errors.Select(f => f.Problem));
        Assert.All(errors, f => Assert.Null(f.Entry));
    }

    [Theory]
    [InlineData("questions: []")]
    [InlineData("questions:")]
    public void Read_EmptyQuestions_IsError(string questions)
    {
        var yaml =
            SampleSet.Knowledge[..SampleSet.Knowledge.IndexOf("questions:", StringComparison.Ordinal)]
                + questions + "\n";

        var error = Assert.Single(SampleSet.ReadErrors(knowledge: yaml));

        Assert.Equal(
            (SampleSet.FindLine(yaml, "questions:"), "questions", "There are no questions."),
            (error.Line, error.Entry, error.Problem));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    public void Read_EmptyFile_IsOneError(string yaml) =>
        Assert.Equal("The file is empty.", Assert.Single(SampleSet.ReadErrors(knowledge: yaml)).Problem);

    [Theory]
    [InlineData("    role: Mayor\n", "    role: \"Mayor\n", "role: \"Mayor")]
    [InlineData("    role: Mayor\n", "   role: Mayor\n", "role: Mayor")]
    [InlineData("    role: Mayor\n", "    role: Mayor: of town\n", "role: Mayor")]
    [InlineData("also: [book house, reading room]", "also: [book house, reading room", "also: [book house")]
    [InlineData("      By whom was", "     By whom was", "By whom was")]
    public void Read_InvalidYaml_IsOneErrorNearItsLine(string old, string replacement, string at)
    {
        var yaml = SampleSet.With(SampleSet.Knowledge, old, replacement);

        var error = Assert.Single(SampleSet.ReadErrors(knowledge: yaml));

        Assert.InRange(error.Line, SampleSet.FindLine(yaml, at) - 2, SampleSet.FindLine(yaml, at) + 2);
        Assert.Contains("not valid YAML", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SecondDocument_IsErrorOnItsLine()
    {
        var yaml = SampleSet.Knowledge + "\n---\npeople: []\n";

        Assert.Equal(SampleSet.FindLine(yaml, "---"), Assert.Single(SampleSet.ReadErrors(knowledge: yaml)).Line);
    }

    [Fact]
    public void Read_InvalidPhrasingInBlock_ReportsItsLine()
    {
        var yaml = SampleSet.With(
            SampleSet.Knowledge,
            "      who opened it\n",
            "      who opened it\n\n\n      who \u200Bopened\n      who has opened it\n");

        var error = Assert.Single(SampleSet.ReadErrors(knowledge: yaml));

        Assert.Equal(SampleSet.FindLine(yaml, "who \u200Bopened"), error.Line);
    }

    [Fact]
    public void Read_BlockHeaderWithinText_IsPartOfText()
    {
        var yaml = SampleSet.With(
            SampleSet.Knowledge, "speaker: The chair\n", "speaker: \"The\n      phrasings: |\n        chair\"\n");

        var set = Assert.IsType<ReadResult.Valid>(SampleSet.Read(knowledge: yaml)).Set;

        Assert.Equal("The phrasings: | chair", set.Quotes.Single(q => q.Id == "library-word").Speaker);
        Assert.Equal(2, set.Questions[0].Phrasings.Count);
    }
}
