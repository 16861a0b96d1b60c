using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Conversation;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Tests.Answering;

public sealed class MergedAnswerTests
{
    private static readonly QuestionEntry Opening = CreateEntry("opening");
    private static readonly QuestionEntry Cost = CreateEntry("cost");
    private static readonly QuestionEntry Cracks = CreateEntry("cracks");

    private static readonly UnanswerableEntry Books = new("books", "How many books?", [], null!);

    [Fact]
    public void Merge_OneAnswered_IsThatAnswer()
    {
        var merged = MergedAnswer.Merge([Open(Opening, 0.3), Answered(Cracks, 0.9), Absent(new Absence.UnknownName())]);

        Assert.Same(Cracks, Assert.IsType<Answer.Answered>(merged.Answer).Entry);
        Assert.Equal(1, merged.Source);
    }

    [Theory]
    [InlineData(0.95, 0.95, true)]
    [InlineData(0.95, 0.9, true)]
    [InlineData(0.99, 0.98, true)]
    [InlineData(0.95, 0.7, false)]
    [InlineData(0.99, 0.9, false)]
    public void Merge_TwoAnswered_OffersBothIfTheyAreClose(double first, double second, bool isChoice)
    {
        var merged = MergedAnswer.Merge([Answered(Opening, second), Answered(Cracks, first)]);

        Assert.Equal(isChoice, merged.Answer is Answer.Ambiguous);
        if (!isChoice)
        {
            Assert.Same(Cracks, ((Answer.Answered)merged.Answer).Entry);
            return;
        }

        Assert.Equal(new[] { Opening, Cracks }.ToHashSet(), merged.Answer.Suggestions.Select(s => s.Entry).ToHashSet());
        Assert.All(
            merged.Answer.Suggestions.Zip(merged.SuggestionSources),
            s => Assert.Equal(s.First.Entry == Opening ? 0 : 1, s.Second));
    }

    [Fact]
    public void Merge_NoneSure_ShowsTheClosestAndOffersTheOthersNext()
    {
        var merged = MergedAnswer.Merge([Open(Opening, 0.3, Cost), Open(Cracks, 0.4)]);

        Assert.Same(Cracks, Assert.IsType<Answer.NoPreparedAnswer>(merged.Answer).Closest);
        Assert.Equal(1, merged.Source);
        Assert.Equal([Opening, Cost], merged.Answer.Suggestions.Select(s => s.Entry));
        Assert.Equal([0, 0], merged.SuggestionSources);
    }

    [Theory]
    [InlineData(null, 0.05, true)]
    [InlineData("cracks", 0.3, true)]
    [InlineData("cracks", 0.6, false)]
    public void Merge_WithheldByOneArticle_SaysSoUnlessAnotherIsCloser(string? other, double confidence, bool saysSo)
    {
        var withheld = Open(null, 0.02) with
        {
            Withheld = new WithheldEntry("opening", "When does it open?", []),
            Confidence = 0.5,
        };

        var merged = MergedAnswer.Merge([Open(other is null ? null : Cracks, confidence), withheld]);

        Assert.Equal(saysSo ? 1 : 0, merged.Source);
        Assert.Equal(saysSo, Assert.IsType<Answer.NoPreparedAnswer>(merged.Answer).Withheld is not null);
    }

    [Fact]
    public void Merge_NotInOneArticleAndOpenInAnother_IsOpen()
    {
        var merged = MergedAnswer.Merge([Absent(new Absence.UnknownName()), Open(null, 0.1)]);

        Assert.IsType<Answer.NoPreparedAnswer>(merged.Answer);
        Assert.Equal(1, merged.Source);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void Merge_ListedByOneArticle_ShowsItsPassagesUnlessAnotherHasAClose(bool hasClose, int source)
    {
        var merged = MergedAnswer.Merge(
            [Absent(new Absence.ListedQuestion(Books)), Open(hasClose ? Cracks : null, hasClose ? 0.4 : 0.1)]);

        Assert.IsType<Answer.NoPreparedAnswer>(merged.Answer);
        Assert.Equal(source, merged.Source);
        Assert.False(merged.IsNotInAnyArticle);
    }

    [Fact]
    public void Merge_NotInOneArticleAndNotUnderstoodByAnother_ClaimsNothing()
    {
        var merged = MergedAnswer.Merge([NotUnderstood(), Absent(new Absence.UnknownName())]);

        Assert.Null(Assert.IsType<Answer.NoPreparedAnswer>(merged.Answer).Closest);
        Assert.Equal(1, merged.Source);
        Assert.False(merged.IsNotInAnyArticle);
    }

    [Fact]
    public void Merge_NotInAnyArticle_SaysWhetherTheReasonIsTheSame()
    {
        var same = MergedAnswer.Merge([Absent(new Absence.UnknownName()), Absent(new Absence.UnknownName())]);
        var different =
            MergedAnswer.Merge([Absent(new Absence.UnknownName()), Absent(new Absence.ListedQuestion(Books))]);
        var otherName =
            MergedAnswer.Merge([Absent(new Absence.ListedName("Paris")), Absent(new Absence.ListedName("Rome"))]);

        Assert.IsType<Answer.NotInArticle>(same.Answer);
        Assert.True(same is { IsNotInAnyArticle: true, HasOneReason: true });
        Assert.True(different is { IsNotInAnyArticle: true, HasOneReason: false });
        Assert.True(otherName is { IsNotInAnyArticle: true, HasOneReason: false });
    }

    // An article about something else is surer that it doesn't say it.
    [Fact]
    public void Merge_NotInAnyArticle_ShowsTheOneThatTheQuestionIsAbout()
    {
        var other = Absent(new Absence.UnknownName(), confidence: 0.99, closest: Cost);
        var closer = Absent(new Absence.UnknownName(), confidence: 0.7, closest: Cracks);
        var listed = Absent(new Absence.ListedQuestion(Books), confidence: 0.95, closest: Opening);

        var merged = MergedAnswer.Merge([other, closer]);
        var withListed = MergedAnswer.Merge([other, closer, listed]);

        Assert.Equal((1, true), (merged.Source, merged.IsNotInAnyArticle));
        Assert.Equal([Cracks, Cost], merged.Answer.Suggestions.Select(s => s.Entry));
        Assert.Equal([1, 0], merged.SuggestionSources);
        Assert.Equal((2, true), (withListed.Source, withListed.IsNotInAnyArticle));
        Assert.Equal(Books, ((withListed.Answer as Answer.NotInArticle)?.Absence as Absence.ListedQuestion)?.Entry);
    }

    [Fact]
    public void Merge_SmallTalk_IsSmallTalkUnlessAnArticleAnswers()
    {
        var talk = new Answer.SmallTalk(SmallTalkKind.Thanks) { Question = "q", Confidence = 1 };

        Assert.Same(talk, MergedAnswer.Merge([Open(null, 0.1), talk]).Answer);
        Assert.IsType<Answer.Answered>(MergedAnswer.Merge([talk, Answered(Opening, 0.9)]).Answer);
    }

    private static QuestionEntry CreateEntry(string id) => new(id, $"{id}?", [], [], [id], []);

    private static Answer.Answered Answered(QuestionEntry entry, double confidence) =>
        new(entry) { Question = "q", Confidence = confidence };

    private static Answer.NoPreparedAnswer Open(
        QuestionEntry? closest, double confidence, params QuestionEntry[] others) =>
        new(closest)
        {
            Question = "q",
            Confidence = 1 - confidence,
            Suggestions = [.. others.Select(o => new Suggestion(o, confidence / 2))],
            Candidates = [new Suggestion(closest ?? Cost, confidence)],
        };

    private static Answer.NotInArticle Absent(
        Absence absence, double confidence = 0.9, QuestionEntry? closest = null) =>
        new(absence)
        {
            Question = "q",
            Confidence = confidence,
            Suggestions = closest is null ? [] : [new Suggestion(closest, 1 - confidence)],
            Candidates = closest is null ? [] : [new Suggestion(closest, 1 - confidence)],
        };

    private static Answer.NotUnderstood NotUnderstood() =>
        new(NotUnderstoodReason.UnknownWords) { Question = "q", Confidence = 1 };
}
