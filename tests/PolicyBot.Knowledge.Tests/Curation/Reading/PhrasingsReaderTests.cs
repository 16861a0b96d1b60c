using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Diagnostics;
using PolicyBot.TestUtilities;

namespace PolicyBot.Knowledge.Tests.Curation.Reading;

public sealed class PhrasingsReaderTests
{
    // The file, the line of the error, its entry, and words of the problem and of the fix.
    public static TheoryData<string, int, string?, string, string> Errors => new()
    {
        {
            "opening\twho opens it\n\nopenings\twho was there\n",
            3,
            "openings",
            "The entry “openings” is unknown",
            "the nearest is “opening”"
        },
        { "\twho opens it\n", 1, null, "names no entry", "the entry's id, a tab" },
        { "who opens it\n", 1, null, "“who opens it” has no tab", "the entry's id, a tab" },
        { "opening who opens it\n", 1, "opening", "“opening who opens it” has no tab", "Write a tab after “opening”" },
        { "cost\t \n", 1, "cost", "phrasing is empty", "after the tab" },
        { "cost\t???\n", 1, "cost", "“???” has no words", "remove it" },
        {
            "# more\ncost\tits price\nopening\tIts price?\n",
            3,
            "opening",
            "“Its price?” is also one of “cost”, on line 2.",
            "one place"
        },
        {
            "cost\thow much was it?\n",
            1,
            "cost",
            "already in this entry, on line 68 of library/knowledge.yaml",
            "one place"
        },
        {
            "cost\tHow many books are there\n",
            1,
            "cost",
            "also one of “books”, on line 72 of library/knowledge.yaml",
            "one place"
        },
        { "cost\tits\tprice\n", 1, "cost", "U+0009 after “its”", "Remove it" },
        { "cost\t" + new string('x', 301), 1, "cost", "has 301 characters", "Shorten it to at most 300" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void Read_OneError_ReportsFileLineEntryAndFix(
        string phrasings, int line, string? entry, string problem, string fix)
    {
        var error = Assert.Single(SampleSet.ReadErrors(phrasings: phrasings));

        Assert.Equal((SampleSet.PhrasingsPath, line, entry), (error.File, error.Line, error.Entry));
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
        Assert.Contains(fix, error.Fix, StringComparison.Ordinal);
        Assert.Equal(DiagnosticSeverity.Error, error.Severity);
    }

    [Fact]
    public void Read_PhrasingsFile_AddsToTheEntriesAfterTheirOwn()
    {
        var set = Read("\uFEFF# more\r\nbooks\tsize of the collection\r\n\r\n  opening \t who opens it \r\n");

        Assert.Equal(["who opened it", "By whom was the library opened?", "who opens it"], set.Questions[0].Phrasings);
        Assert.Equal(["number of books", "size of the collection"], set.Unanswerable[0].Phrasings);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n\n")]
    public void Read_FileWithoutPhrasings_ChangesNothing(string phrasings) =>
        Assert.Equal(2, Read(phrasings).Questions[0].Phrasings.Count);

    [Fact]
    public void Read_EntryWithoutPhrasingsInTheSet_GetsThoseOfTheFile()
    {
        var yaml = SampleSet.With(
            SampleSet.Knowledge, "    phrasings:\n      - how much was it\n      - price of the library\n", "");

        var set = Assert.IsType<ReadResult.Valid>(SampleSet.Read(knowledge: yaml, phrasings: "cost\tits price\n")).Set;

        Assert.Equal(["its price"], set.Questions[1].Phrasings);
    }

    [Fact]
    public void Read_InvalidYaml_StillReportsLinesWithoutTab()
    {
        var errors = SampleSet.ReadErrors(knowledge: "[", phrasings: "anything\tgoes\nno tab\n");

        Assert.Equal([SampleSet.KnowledgePath, SampleSet.PhrasingsPath], errors.Select(e => e.File));
        Assert.Contains("no tab", errors[1].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ManyErrorsOfOneKind_ListsTenAndTheNumberOfTheOthers()
    {
        var lines = Enumerable.Range(1, 25).Select(i => $"cost{i}\tphrasing {i}\n").Append("no tab\n");

        var errors = SampleSet.ReadErrors(phrasings: string.Concat(lines));

        Assert.Equal(12, errors.Count);
        Assert.All(errors.Take(10), e => Assert.Contains("is unknown", e.Problem, StringComparison.Ordinal));
        Assert.Equal((11, "And 15 more like the one on line 10."), (errors[10].Line, errors[10].Problem));
        Assert.Contains("no tab", errors[11].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ElevenErrorsOfOneKind_ListsThemAll()
    {
        var errors = SampleSet.ReadErrors(
            phrasings: string.Concat(Enumerable.Range(1, 11).Select(i => $"cost\t{new string('?', i)}\n")));

        Assert.Equal(11, errors.Count);
        Assert.All(errors, e => Assert.Contains("has no word", e.Problem, StringComparison.Ordinal));
    }

    private static KnowledgeSet Read(string phrasings) =>
        Assert.IsType<ReadResult.Valid>(SampleSet.Read(phrasings: phrasings)).Set;
}
