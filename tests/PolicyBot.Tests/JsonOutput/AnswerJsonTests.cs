using System.Text.Json;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.JsonOutput;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Conversation;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Tests.JsonOutput;

public sealed class AnswerJsonTests
{
    private const string Message = "the whole message";

    private static readonly Article Article =
        new("Harbour", null, null, null, "Harbour\n\nThe town closed it. The water is bad.");

    private static readonly QuestionEntry Who = Entry("who", "Who closed it?", "The town closed it.");
    private static readonly QuestionEntry Why = Entry("why", "Why was it closed?", "The water is bad.");

    private static readonly Passage Water = Article.Find("The water is bad.")!;

    public static TheoryData<Answer, string> Outcomes => new()
    {
        { new Answer.Answered(Who) { Question = "q", Confidence = 1 }, "answered" },
        { new Answer.Ambiguous { Question = "q", Confidence = 1 }, "ambiguous" },
        { new Answer.NotInArticle(new Absence.UnknownName()) { Question = "q", Confidence = 1 }, "not_in_article" },
        { new Answer.NoPreparedAnswer(null) { Question = "q", Confidence = 1 }, "no_prepared_answer" },
        { new Answer.SmallTalk(SmallTalkKind.Thanks) { Question = "q", Confidence = 1 }, "small_talk" },
        { new Answer.NotUnderstood(NotUnderstoodReason.NoWords) { Question = "q", Confidence = 1 }, "not_understood" },
    };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void From_Outcome_HasEveryFieldAndWhatIsShown(Answer answer, string outcome)
    {
        var line = Write(answer with { Suggestions = [new Suggestion(Why, 0.25)], Passages = [Water] });

        Assert.Equal(
            [
                "question", "article", "outcome", "confidence", "entry", "answer", "evidence", "suggestions", "nearest",
                "closest", "parts"
            ],
            line.EnumerateObject().Select(p => p.Name));
        Assert.Equal("harbour", line.GetProperty("article").GetString());
        Assert.Equal(outcome, line.GetProperty("outcome").GetString());
        Assert.Equal(
            """[{"entry":"why","question":"Why was it closed?","confidence":0.25}]""",
            line.GetProperty("suggestions").GetRawText());
        Assert.Equal(
            """[{"quote":"The water is bad.","start":29,"end":46}]""", line.GetProperty("nearest").GetRawText());
        Assert.Equal(JsonValueKind.Null, line.GetProperty("closest").ValueKind);
    }

    [Fact]
    public void From_Answered_HoldsTheEntry()
    {
        var line = Write(new Answer.Answered(Who) { Question = "q", Confidence = 0.123456 });

        Assert.Equal(0.1235, line.GetProperty("confidence").GetDouble());
        Assert.Equal("who", line.GetProperty("entry").GetString());
        Assert.Equal("The town closed it.", line.GetProperty("answer").GetString());
        Assert.Equal(
            """[{"quote":"The town closed it.","start":9,"end":28}]""", line.GetProperty("evidence").GetRawText());
    }

    [Fact]
    public void From_NoPreparedAnswer_HoldsTheClosestButNoAnswer()
    {
        var line = Write(new Answer.NoPreparedAnswer(Who) { Question = "q", Confidence = 0.6 });

        Assert.Equal(JsonValueKind.Null, line.GetProperty("entry").ValueKind);
        Assert.Equal(JsonValueKind.Null, line.GetProperty("answer").ValueKind);
        Assert.Equal("[]", line.GetProperty("evidence").GetRawText());
        Assert.Equal(
            """{"entry":"who","question":"Who closed it?","answer":"The town closed it.","evidence":["""
                + """{"quote":"The town closed it.","start":9,"end":28}]}""",
            line.GetProperty("closest").GetRawText());
    }

    [Fact]
    public void From_OneQuestion_IsItsOnlyPart()
    {
        var line = Write(new Answer.Answered(Who) { Question = "part", Confidence = 1 });

        var part = Assert.Single(line.GetProperty("parts").EnumerateArray());
        Assert.Equal(Message, line.GetProperty("question").GetString());
        Assert.Equal("part", part.GetProperty("question").GetString());
        Assert.Equal("who", part.GetProperty("entry").GetString());
        Assert.False(part.TryGetProperty("parts", out _));
    }

    [Fact]
    public void From_SeveralQuestions_HoldsTheFirstAndAllAsParts()
    {
        var line = Write(
            new Answer.Answered(Who) { Question = "first", Confidence = 1 },
            new Answer.NoPreparedAnswer(Why) { Question = "second", Confidence = 1 });

        Assert.Equal("answered", line.GetProperty("outcome").GetString());
        Assert.Equal("who", line.GetProperty("entry").GetString());
        Assert.Equal(JsonValueKind.Null, line.GetProperty("closest").ValueKind);
        Assert.Equal(
            ["first: answered", "second: no_prepared_answer"], line.GetProperty("parts").EnumerateArray().Select(
            p => $"{p.GetProperty("question").GetString()}: {p.GetProperty("outcome").GetString()}"));
    }

    private static JsonElement Write(params Answer[] answers)
    {
        using var writer = new StringWriter();
        var served = new ServedArticle(
            new KnowledgeSet
            {
                Name = "harbour",
                Article = Article,
                People = [],
                Organisations = [],
                Quotes = [],
                Questions = [],
                Unanswerable = [],
                Summary = null!,
            },
            (_, _) => throw new InvalidOperationException("It is not asked."));
        var parts = answers.Select(a => new ArticleAnswer(served, a)).ToList();
        JsonLineWriter.Write(writer, AnswerJson.From(Message, new MessageAnswers(parts, parts.Count)));
        using var line = JsonDocument.Parse(writer.ToString());
        return line.RootElement.Clone();
    }

    private static QuestionEntry Entry(string id, string question, string answer) =>
        new(id, question, [], [new Statement(answer, [Article.Find(answer)!])], ["harbour"], []);
}
