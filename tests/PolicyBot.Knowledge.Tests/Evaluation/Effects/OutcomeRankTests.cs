using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Evaluation.Effects;
using PolicyBot.TestUtilities;

namespace PolicyBot.Knowledge.Tests.Evaluation.Effects;

public sealed class OutcomeRankTests
{
    private static readonly KnowledgeSet Set = Assert.IsType<ReadResult.Valid>(SampleSet.Read()).Set;
    private static readonly QuestionEntry Right = Set.GetQuestion("cost");
    private static readonly QuestionEntry Wrong = Set.GetQuestion("opening");

    [Fact]
    public void Get_AnswerableQuestion_PrefersTheRightAnswerAndTruth() => AssertDescending(
        [Right.Id],
        new Answer.Answered(Right) { Question = "q", Confidence = 1 },
        new Answer.NoPreparedAnswer(Right) { Question = "q", Confidence = 1 },
        new Answer.Ambiguous { Question = "q", Confidence = 1, Suggestions = [new(Wrong, 1), new(Right, 1)] },
        new Answer.NoPreparedAnswer(Wrong) { Question = "q", Confidence = 1, Suggestions = [] },
        new Answer.NotInArticle(new Absence.UnknownName())
        {
            Question = "q",
            Confidence = 1,
            Suggestions = [new(Right, 1)],
        },
        new Answer.Answered(Wrong) { Question = "q", Confidence = 1, Suggestions = [new(Right, 1)] });

    [Fact]
    public void Get_UnanswerableQuestion_PrefersNoAnswer() => AssertDescending(
        [],
        new Answer.NotInArticle(new Absence.ListedQuestion(Set.Unanswerable[0])) { Question = "q", Confidence = 1 },
        new Answer.NoPreparedAnswer(null) { Question = "q", Confidence = 1 },
        new Answer.NoPreparedAnswer(Right) { Question = "q", Confidence = 1 },
        new Answer.Answered(Right) { Question = "q", Confidence = 1 });

    private static void AssertDescending(IReadOnlyList<string> right, params Answer[] answers)
    {
        var ranks = answers.Select(a => OutcomeRank.Get(a, right)).ToList();
        Assert.Equal(ranks.Distinct().OrderDescending(), ranks);
    }
}
