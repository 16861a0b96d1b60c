using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.TestUtilities;

namespace PolicyBot.Knowledge.Tests.Curation.Reading;

public sealed class SeveralErrorsTests
{
    [Fact]
    public void Read_ErrorsInBothFiles_AreReportedByFileAndLine()
    {
        var article = SoundSet.With(SoundSet.Article, "author:", "writer:");
        var yaml = SoundSet.With(SoundSet.Knowledge, "related: [cost]", "related: [none]");
        yaml = SoundSet.With(yaml, "role: Mayor", "role: ''");
        yaml = SoundSet.With(yaml, "number of books", "who opened it");
        yaml = SoundSet.With(yaml, "nearest: Mayor Opens Library", "nearest: No such words");

        var errors = SoundSet.Faults(article, yaml);

        Assert.Equal(
            [
                (SoundSet.ArticlePath, 3, "front matter"),
                (SoundSet.KnowledgePath, 5, "diaz"),
                (SoundSet.KnowledgePath, SoundSet.LineOf(yaml, "related: [none]"), "opening"),
                (SoundSet.KnowledgePath, SoundSet.LineOf(yaml, "nearest: No"), "books"),
                (SoundSet.KnowledgePath, yaml.Split('\n').Length - 1, "books"),
            ],
            errors.Select(f => (f.File, f.Line, f.Entry)));
    }

    [Fact]
    public void Read_NoSummaryAndNoQuestion_ReportsBoth()
    {
        var errors = SoundSet.Faults(knowledge: "people: []\n");

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
            SoundSet.Knowledge[..SoundSet.Knowledge.IndexOf("questions:", StringComparison.Ordinal)] + questions + "\n";

        var error = Assert.Single(SoundSet.Faults(knowledge: yaml));

        Assert.Equal(
            (SoundSet.LineOf(yaml, "questions:"), "questions", "There is no question."),
            (error.Line, error.Entry, error.Problem));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    public void Read_EmptyFile_IsOneError(string yaml) =>
        Assert.Equal("The file is empty.", Assert.Single(SoundSet.Faults(knowledge: yaml)).Problem);

    [Theory]
    [InlineData("    role: Mayor\n", "    role: \"Mayor\n", "role: \"Mayor")]
    [InlineData("    role: Mayor\n", "   role: Mayor\n", "role: Mayor")]
    [InlineData("    role: Mayor\n", "    role: Mayor: of town\n", "role: Mayor")]
    [InlineData("also: [book house, reading room]", "also: [book house, reading room", "also: [book house")]
    [InlineData("      By whom was", "     By whom was", "By whom was")]
    public void Read_InvalidYaml_IsOneErrorNearItsLine(string old, string replacement, string at)
    {
        var yaml = SoundSet.With(SoundSet.Knowledge, old, replacement);

        var error = Assert.Single(SoundSet.Faults(knowledge: yaml));

        Assert.InRange(error.Line, SoundSet.LineOf(yaml, at) - 2, SoundSet.LineOf(yaml, at) + 2);
        Assert.Contains("not valid YAML", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SecondDocument_IsErrorOnItsLine()
    {
        var yaml = SoundSet.Knowledge + "\n---\npeople: []\n";

        Assert.Equal(SoundSet.LineOf(yaml, "---"), Assert.Single(SoundSet.Faults(knowledge: yaml)).Line);
    }

    [Fact]
    public void Read_InvalidPhrasingInBlock_ReportsItsLine()
    {
        var yaml = SoundSet.With(
            SoundSet.Knowledge,
            "      who opened it\n",
            "      who opened it\n\n\n      who \u200Bopened\n      who has opened it\n");

        var error = Assert.Single(SoundSet.Faults(knowledge: yaml));

        Assert.Equal(SoundSet.LineOf(yaml, "who \u200Bopened"), error.Line);
    }

    [Fact]
    public void Read_BlockHeaderWithinText_IsPartOfText()
    {
        var yaml = SoundSet.With(
            SoundSet.Knowledge, "speaker: The chair\n", "speaker: \"The\n      phrasings: |\n        chair\"\n");

        var set = Assert.IsType<ReadResult.Valid>(SoundSet.Read(knowledge: yaml)).Set;

        Assert.Equal("The phrasings: | chair", set.Quotes.Single(q => q.Id == "library-word").Speaker);
        Assert.Equal(2, set.Questions[0].Phrasings.Count);
    }
}
