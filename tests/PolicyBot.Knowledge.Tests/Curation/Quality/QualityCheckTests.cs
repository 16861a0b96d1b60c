using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Quality;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Diagnostics;
using PolicyBot.Knowledge.Tests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.Knowledge.Tests.Curation.Quality;

public sealed class QualityCheckTests
{
    // With these, the small set has three phrasings per entry.
    private const string Phrasings =
        "opening\twhich person did the opening\n"
        + "cost\tprice in dollars\n"
        + "books\tsize of its collection\n"
        + "books\tvolumes on the shelves\n";

    // What is replaced in the set, by what, a piece of the line of the warning, its entry, and words of the problem.
    public static TheoryData<string, string, string, string, string> Words => new()
    {
        {
            "text: Mayor Rosa Diaz opened it.",
            "text: Mayor Rosa Diaz shut it.",
            "text: Mayor Rosa Diaz shut",
            "opening",
            "says “shut”, but its evidence doesn't"
        },
        {
            "text: Mayor Rosa Diaz opened it.",
            "text: The leaders were fired.",
            "text: The leaders",
            "opening",
            "says “leaders”, “fired”, but its evidence doesn't"
        },
        {
            "text: The mayor opened it on May 3.",
            "text: The dancer opened it on May 3.",
            "text: The dancer",
            "summary",
            "says “dancer”"
        },
        {
            "text: It cost 4 million dollars.",
            "text: It didn’t cost 4 million dollars.",
            "text: It didn’t",
            "cost",
            "says “not”, but its evidence has no negation"
        },
        {
            "text: It cost 4 million dollars.",
            "text: It never cost 4 million dollars.",
            "text: It never",
            "cost",
            "says “never”, but its evidence has no negation"
        },
    };

    [Fact]
    public void Check_GoodEntries_WarnsOnlyAboutUncoveredSentences()
    {
        var warnings = Check();

        Assert.Equal(
            [(SampleSet.ArticlePath, 12, null), (SampleSet.ArticlePath, 14, (string?)null)],
            warnings.Select(w => (w.File, w.Line, w.Entry)));
        Assert.Contains(
            "or summary uses the sentence “The Hill Trust gave half of the money.”",
            warnings[0].Problem,
            StringComparison.Ordinal);
        Assert.All(warnings, w => Assert.Equal(DiagnosticSeverity.Warning, w.Severity));
        Assert.StartsWith(
            "library/article.md:12: warning: No evidence", warnings[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_BlankLinesInTheArticle_AreCounted()
    {
        var article = SampleSet.With(SampleSet.Article, "\n\nAnn Lee writes", "\n\n\n\n  \nAnn Lee writes");

        Assert.Equal([12, 17], Check(article: article).Select(w => w.Line));
    }

    [Fact]
    public void Check_LongUncoveredSentence_IsShortened()
    {
        var article = SampleSet.Article + "\n\n" + string.Join(' ', Enumerable.Repeat("Books", 40)) + ".";

        var warning = Check(article: article)[^1];

        Assert.InRange(warning.Problem.Length, 80, 160);
        Assert.Contains("…”.", warning.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_FewPhrasings_WarnsAtTheQuestion()
    {
        var warnings = Check(phrasings: "opening\twhich person did the opening\n")
            .Where(w => w.File == SampleSet.KnowledgePath).ToList();

        Assert.Equal(
            [
                (
                    SampleSet.FindLine(SampleSet.Knowledge, "question: What did"),
                    "cost",
                    "The entry has only 2 phrasings."),
                (
                    SampleSet.FindLine(SampleSet.Knowledge, "question: How many"),
                    "books",
                    "The entry has only one phrasing."),
            ],
            warnings.Select(w => (w.Line, w.Entry, w.Problem)));
    }

    [Theory]
    [InlineData(
        "cost\tBy whom was opened the library\n",
        "is nearly the same as “By whom was the library opened?” of “opening”, on line 59 of library/knowledge.yaml")]
    [InlineData(
        "cost\twhich persons did the opening\n",
        "is nearly the same as “which person did the opening” of “opening”, on line 1.")]
    [InlineData(
        "books\twho opens the library\n",
        "is nearly the same as “Who opened the library?” of “opening”, on line 48 of library/knowledge.yaml")]
    [InlineData("books\tprice in dolars\n", "is nearly the same as “price in dollars” of “cost”, on line 2.")]
    public void Check_NearlyTheSamePhrasingInTwoEntries_Warns(string phrasing, string problem)
    {
        var warning = Assert.Single(Check(phrasings: Phrasings + phrasing), w => w.File == SampleSet.PhrasingsPath);

        Assert.Equal((5, phrasing[..phrasing.IndexOf('\t', StringComparison.Ordinal)]), (warning.Line, warning.Entry));
        Assert.Contains(problem, warning.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("opening\twhich persons did the opening\n")]
    [InlineData("cost\tprice of books\n")]
    public void Check_SimilarPhrasingOfSameEntry_DoesNotWarn(string phrasing) =>
        Assert.DoesNotContain(Check(phrasings: Phrasings + phrasing), w => w.File == SampleSet.PhrasingsPath);

    [Theory]
    [MemberData(nameof(Words))]
    public void Check_SentenceSaysMoreThanItsEvidence_Warns(
        string old, string replacement, string at, string entry, string problem)
    {
        var yaml = SampleSet.With(SampleSet.Knowledge, old, replacement);

        var warning = Assert.Single(Check(knowledge: yaml), w => w.File == SampleSet.KnowledgePath);

        Assert.Equal((SampleSet.FindLine(yaml, at), entry), (warning.Line, warning.Entry));
        Assert.Contains(problem, warning.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text: Mayor Rosa Diaz opened it.", "text: The mayor was the opener.")]
    [InlineData(
        "text: Mayor Rosa Diaz opened it.", "text: According to the article, the book house was opened by Rosa Diaz.")]
    [InlineData("text: Mayor Rosa Diaz opened it.", "text: Mayor Rosa Diaz started it.")]
    [InlineData("text: Mayor Rosa Diaz opened it.", "text: \"No: Mayor Rosa Diaz opened it.\"")]
    [InlineData(
        "text: Mayor Rosa Diaz opened it.", "text: Mayor Rosa Diaz, of whom the article does not say more, opened it.")]
    public void Check_SentenceInOtherWords_DoesNotWarn(string old, string replacement) =>
        Assert.DoesNotContain(
            Check(knowledge: SampleSet.With(SampleSet.Knowledge, old, replacement)),
            w => w.File == SampleSet.KnowledgePath);

    [Theory]
    [InlineData("It was not opened in May.", true)]
    [InlineData("It wasn’t even opened in May.", true)]
    [InlineData("It was opened, not shut, in May.", false)]
    public void Check_EvidenceDeniesWhatTheSentenceSays_Warns(string evidence, bool warns)
    {
        var article = SampleSet.Article + "\n\n" + evidence;
        var yaml = SampleSet.With(
            SampleSet.Knowledge,
            "text: It cost 4 million dollars.\n        evidence: It cost 4 million dollars.",
            $"text: It was opened in May.\n        evidence: \"{evidence}\"");

        var warnings = Check(article, yaml).Where(w => w.File == SampleSet.KnowledgePath).ToList();

        Assert.Equal(warns, warnings.Count > 0);
        Assert.All(
            warnings,
            w =>
                Assert.Contains(
                    "… opened”, but the sentence “It was opened in May.” has no “not”",
                    w.Problem,
                    StringComparison.Ordinal));
    }

    [Fact]
    public void Check_SetWithoutLocations_WarnsOnFirstLine()
    {
        var set = Read() with { Locations = SetLocations.None };

        Assert.All(QualityCheck.Check(set), w => Assert.Equal(("article.md", 1), (w.File, w.Line)));
    }

    [Fact]
    public void Check_ShippedSet_WarnsRarely()
    {
        var warnings = QualityCheck.Check(ShippedAnswerer.Set);

        Assert.InRange(warnings.Count, 0, 10);
        Assert.All(warnings, w => Assert.True(w is { Line: > 1, Problem.Length: > 0, Fix.Length: > 0 }, w.ToString()));
    }

    private static IReadOnlyList<Diagnostic> Check(
        string article = SampleSet.Article, string knowledge = SampleSet.Knowledge, string phrasings = Phrasings) =>
        QualityCheck.Check(Read(article, knowledge, phrasings));

    private static KnowledgeSet Read(
        string article = SampleSet.Article, string knowledge = SampleSet.Knowledge, string phrasings = Phrasings) =>
        SampleSet.Read(article, knowledge, phrasings) switch
        {
            ReadResult.Valid(var set) => set,
            var invalid =>
                throw new InvalidOperationException(string.Join('\n', ((ReadResult.Invalid)invalid).Diagnostics)),
        };
}
