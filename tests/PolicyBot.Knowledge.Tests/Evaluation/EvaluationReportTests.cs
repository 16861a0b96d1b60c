using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Conversation;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Evaluation;
using PolicyBot.TestUtilities;

namespace PolicyBot.Knowledge.Tests.Evaluation;

/// <summary>Each row's definition, on outcomes made by hand.</summary>
public sealed class EvaluationReportTests
{
    private static readonly KnowledgeSet Set = Assert.IsType<ReadResult.Valid>(SampleSet.Read()).Set;
    private static readonly QuestionEntry Right = Set.GetQuestion("cost");
    private static readonly QuestionEntry Wrong = Set.GetQuestion("opening");
    private static readonly Passage RightPassage = Right.Evidence[0];
    private static readonly Passage WrongPassage = Set.Article.Sentences[0];

    private static readonly EvaluationQuestion Covered = new(EvaluationHalf.Tuning, "plain", "?", [RightPassage],
        ["cost"]);
    private static readonly EvaluationQuestion Uncovered = Covered with { Entries = [] };
    private static readonly EvaluationQuestion Unanswerable = Covered with { Entries = [], Passages = [] };
    private static readonly EvaluationQuestion OffTopic = Unanswerable with { Style = "offtopic" };

    [Fact]
    public void AnsweredCorrectly_OfCovered_CountsRightAnswersOnly()
    {
        var report = Report((Covered, Answered(Right)), (Covered, Answered(Wrong)), (Covered, Unprepared(Right)),
            (Uncovered, Answered(Wrong)));

        Assert.Equal(new Rate(1, 3), report.AnsweredCorrectly);
    }

    [Fact]
    public void RightAnswerVisible_OfCovered_CountsTheClosestToo()
    {
        var report = Report(
            (Covered, Answered(Right)), (Covered, Unprepared(Right)), (Covered, Unprepared(Wrong)),
            (Covered, Choice(Right)), (Uncovered, Unprepared(null)));

        Assert.Equal(new Rate(2, 4), report.RightAnswerVisible);
    }

    [Fact]
    public void RightAnswerVisibleOrOffered_OfCovered_CountsSuggestionsToo()
    {
        var report = Report(
            (Covered, Answered(Right)),
            (Covered, Choice(Wrong, Right)),
            (Covered, Choice(Wrong)),
            (Covered, Unprepared(Wrong, Right)),
            (Covered, Unprepared(null)),
            (Uncovered, Choice(Wrong)));

        Assert.Equal(new Rate(3, 5), report.RightAnswerVisibleOrOffered);
    }

    [Fact]
    public void Helped_OfAnswerable_CountsPassagesAndEvidenceToo()
    {
        var report = Report(
            (Covered, Choice(Right)),
            (Uncovered, Unprepared(null) with { Passages = [WrongPassage, RightPassage] }),
            (Uncovered, Unprepared(null) with { Passages = [WrongPassage] }),
            (Uncovered, Answered(Right)),
            (Uncovered, Unprepared(Right)),
            (Uncovered, Unprepared(Wrong)),
            (Unanswerable, Unprepared(Right)));

        Assert.Equal(new Rate(4, 6), report.Helped);
    }

    [Fact]
    public void RightPassageShown_OfAnswerableWithoutAnAnswerShown_CountsPassages()
    {
        var report = Report(
            (Covered, Answered(Wrong)),
            (Covered, Unprepared(Wrong) with { Passages = [RightPassage] }),
            (Uncovered, Unprepared(null) with { Passages = [RightPassage] }),
            (Covered, Choice(Right) with { Passages = [WrongPassage] }),
            (Covered, NotInArticle() with { Passages = [RightPassage] }),
            (Unanswerable, Unprepared(null) with { Passages = [WrongPassage] }));

        Assert.Equal(new Rate(2, 3), report.RightPassageShown);
    }

    [Fact]
    public void AnsweredWrongly_OfAll_CountsWrongAnswersOnly()
    {
        var report = Report(
            (Covered, Answered(Wrong)), (Uncovered, Answered(Wrong)), (Unanswerable, Answered(Right)),
            (Covered, Answered(Right)), (Covered, Unprepared(Wrong)), (OffTopic, Choice(Wrong)));

        Assert.Equal(new Rate(3, 6), report.AnsweredWrongly);
    }

    [Fact]
    public void UnanswerableNotAnswered_OfUnanswerable_CountsEveryOtherOutcome()
    {
        var report = Report(
            (Unanswerable, Answered(Wrong)), (Unanswerable, Unprepared(Wrong)), (OffTopic, Choice(Wrong)),
            (OffTopic, SmallTalk()), (Covered, Unprepared(null)));

        Assert.Equal(new Rate(3, 4), report.UnanswerableNotAnswered);
    }

    [Fact]
    public void OffTopicShown_OfOffTopic_CountsClosestAndChoices()
    {
        var report = Report(
            (OffTopic, Choice(Wrong)), (OffTopic, Unprepared(Wrong)), (OffTopic, Unprepared(null, Wrong)),
            (OffTopic, Answered(Wrong)), (Unanswerable, Choice(Wrong)));

        Assert.Equal(new Rate(2, 4), report.OffTopicShown);
    }

    [Fact]
    public void NotInArticle_OfUnanswerable_CountsAllAndThoseWithAListedName()
    {
        var named = Unanswerable with { HasAbsentName = true };

        var report = Report(
            (Unanswerable, NotInArticle()), (Unanswerable, Unprepared(null)), (named, NotInArticle()),
            (named, Unprepared(null)), (named, NotInArticle()), (Covered, NotInArticle()));

        Assert.Equal(new Rate(3, 5), report.NotInArticle);
        Assert.Equal(new Rate(2, 3), report.NotInArticleByName);
    }

    [Fact]
    public void FalseRefusals_OfAnswerable_CountsNotInArticleOnly()
    {
        var report = Report((Covered, NotInArticle()), (Uncovered, NotInArticle()), (Covered, Unprepared(null)),
            (Covered, SmallTalk()), (Unanswerable, NotInArticle()));

        Assert.Equal(new Rate(2, 4), report.FalseRefusals);
    }

    [Fact]
    public void Choices_OfAll_CountsChoices()
    {
        var report = Report((Covered, Choice(Right)), (Unanswerable, Choice(Wrong)),
            (Covered, Unprepared(null, Right)));

        Assert.Equal(new Rate(2, 3), report.Choices);
    }

    [Fact]
    public void Calibration_Answers_CountsRightOnesByTenths()
    {
        var report = Report(
            (Covered, Answered(Right, 0.95)), (Covered, Answered(Right, 1)), (Covered, Answered(Wrong, 0.9)),
            (Covered, Answered(Wrong, 0.61)), (Covered, Unprepared(Right)));

        Assert.Equal([(0.6, 0.7, new Rate(0, 1)), (0.9, 1.0, new Rate(2, 3))], report.GetCalibration());
        Assert.Equal(new Rate(3, 4), report.GivenWhenSure);
        Assert.Equal(new Rate(2, 3), report.RightWhenSure);
    }

    [Fact]
    public void Curve_SurestFirst_EndsAtAllQuestionsAndTheShareOfWrongOnes()
    {
        var report = Report(
            (Unanswerable, Unprepared(null) with { Candidates = [new Suggestion(Wrong, 0.2)] }),
            (Covered, Answered(Right) with { Candidates = [new Suggestion(Right, 0.9)] }));

        Assert.Equal([(0.5, 0.0), (1.0, 0.5)], report.GetRiskCoverageCurve());
    }

    [Fact]
    public void Rows_Report_NamesEachRateOnce()
    {
        var rows = Report((Covered, Answered(Right))).Rows;

        Assert.Equal(12, rows.Select(r => r.Name).Distinct().Count());
        Assert.Equal(("answered correctly", new Rate(1, 1)), (rows[0].Name, rows[0].Rate));
    }

    [Fact]
    public void Run_Questions_KeepsTheAnswersInOrder()
    {
        var report = EvaluationReport.Run(new Answerer(Set),
            [Covered with { Question = "What did the library cost?" }, OffTopic with { Question = "hello" }]);

        Assert.Equal(["What did the library cost?", "hello"], report.Outcomes.Select(o => o.Answer.Question));
        Assert.IsType<Answer.SmallTalk>(report.Outcomes[1].Answer);
    }

    private static EvaluationReport Report(params (EvaluationQuestion Question, Answer Answer)[] outcomes) =>
        new([.. outcomes.Select(o => new EvaluationOutcome(o.Question, o.Answer))]);

    private static Answer.Answered Answered(QuestionEntry entry, double confidence = 0.8) =>
        new(entry) { Question = "?", Confidence = confidence };

    private static Answer.Ambiguous Choice(params QuestionEntry[] offered) =>
        new() { Question = "?", Confidence = 0.5, Suggestions = Suggest(offered) };

    private static Answer.NoPreparedAnswer Unprepared(QuestionEntry? closest, params QuestionEntry[] offered) =>
        new(closest) { Question = "?", Confidence = 0.5, Suggestions = Suggest(offered) };

    private static Answer.NotInArticle NotInArticle() =>
        new(new Absence.UnknownName()) { Question = "?", Confidence = 1 };

    private static Answer.SmallTalk SmallTalk() => new(SmallTalkKind.Greeting) { Question = "?", Confidence = 1 };

    private static Suggestion[] Suggest(QuestionEntry[] entries) => [.. entries.Select(e => new Suggestion(e, 0.4))];
}
