using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Evaluation;
using PolicyBot.Knowledge.Matching.Semantic;
using PolicyBot.Knowledge.Tests.Encoding;
using PolicyBot.Knowledge.Tests.Support;

namespace PolicyBot.Knowledge.Tests.Evaluation;

/// <summary>
/// Holds the figures of <see cref="ReachedFigures"/>, with the sentence encoder; questions of held halves are counted
/// only.
/// </summary>
public sealed class ReachedFiguresTests
{
    private const int FewPhrasings = 5;
    private const int DrawSeed = 1;

    private static readonly Lazy<VectorStore> Vectors = new(() => new VectorStore(EncoderTestFile.Encoder));

    [Fact]
    public void Questions_ShippedFile_AreEnough()
    {
        var questions = ReadShippedQuestions();

        Assert.True(questions.Count >= 400, "At least 400 questions.");
        Assert.True(questions.Count(q => !q.IsAnswerable) >= 150, "At least 150 that the article does not answer.");
        Assert.Equal(questions.Count, questions.Select(q => q.Question).Distinct(StringComparer.OrdinalIgnoreCase)
            .Count());
    }

    [Fact]
    public void Questions_ShippedFile_AreNoPhrasings()
    {
        var phrasings = ShippedAnswerer.Set.Questions.Concat<Entry>(ShippedAnswerer.Set.Unanswerable)
            .SelectMany(e => e.Phrasings.Append(e.Question)).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.DoesNotContain(ReadShippedQuestions(), q => phrasings.Contains(q.Question));
    }

    [Theory]
    [InlineData("meat-inspection", 52, 45)]
    [InlineData("prepaid-disclosures", 52, 40)]
    public void Questions_FurtherArticle_AreCoveredAsItsReadmeSays(string name, int answerable, int covered)
    {
        var (_, questions) = ArticleFolder.Read(name);

        Assert.Equal((80, answerable, covered),
            (questions.Count, questions.Count(q => q.IsAnswerable), questions.Count(q => q.IsCovered)));
    }

    [Fact]
    public void Run_HeldHalfOfTheShippedSet_ReachesItsFigures() =>
        AssertReached(ReachedFigures.Shipped, ShippedAnswerer.Set, ReadShippedQuestions());

    [Fact]
    public void Run_HeldHalfOfTheShippedSetWithFivePhrasings_ReachesItsFigures() =>
        AssertReached(ReachedFigures.ShippedWithFivePhrasings,
            SetCutter.Cut(ShippedAnswerer.Set, FewPhrasings, DrawSeed), ReadShippedQuestions());

    [Fact]
    public void Run_HeldHalfOfMeatInspection_ReachesItsFigures() =>
        AssertReached(ReachedFigures.MeatInspection, "meat-inspection");

    [Fact]
    public void Run_HeldHalfOfPrepaidDisclosures_ReachesItsFigures() =>
        AssertReached(ReachedFigures.PrepaidDisclosures, "prepaid-disclosures");

    [Fact]
    public void FindMissed_RateBelowItsBound_NamesIt()
    {
        var question = new EvaluationQuestion(EvaluationHalf.Held, "plain", "?", [], []);
        var refused = new Answer.NoPreparedAnswer(null) { Question = "?", Confidence = 1 };

        var missed = new ReachedFigures { NotInArticle = 0.5 }.FindMissed(
            new EvaluationReport([new EvaluationOutcome(question, refused)]));

        Assert.StartsWith("NotInArticle: 0 of 1", Assert.Single(missed), StringComparison.Ordinal);
    }

    private static void AssertReached(ReachedFigures reached, string name)
    {
        var (set, questions) = ArticleFolder.Read(name);
        AssertReached(reached, set, questions);
    }

    private static void AssertReached(ReachedFigures reached, KnowledgeSet set,
        IReadOnlyList<EvaluationQuestion> questions)
    {
        // Skips if there is no encoder; a lazy value would remember the skip as an error.
        _ = EncoderTestFile.Encoder;

        var report = EvaluationReport.Run(new Answerer(set, vectors: Vectors.Value),
            questions.Where(q => q.Half == EvaluationHalf.Held));

        // Not Assert.Empty, which cuts off what a developer needs to see.
        var missed = string.Join('\n', reached.FindMissed(report));
        Assert.True(missed.Length == 0, missed);
    }

    private static IReadOnlyList<EvaluationQuestion> ReadShippedQuestions()
    {
        var questions = EvaluationFile.Read(ShippedSet.Evaluation, ShippedAnswerer.Set, out var errors);
        Assert.Empty(errors);
        return questions;
    }
}
