using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Drafting;
using PolicyBot.Knowledge.Drafting.Language;

namespace PolicyBot.Knowledge.Tests.Drafting;

public sealed class ClauseQuestionsTests
{
    [Theory]
    [InlineData("BuzzFeed News published a draft of the letter.", "Who published a draft of the letter?",
        "What did BuzzFeed News publish?", "Did BuzzFeed News publish a draft of the letter?")]
    [InlineData("The expense should be paid by a fee.", "What should be paid by a fee?", null,
        "Should the expense be paid by a fee?")]
    [InlineData("I urge the enactment of this law.", "Who urges the enactment of this law?",
        "What does the author urge?", "Does the author urge the enactment of this law?")]
    [InlineData("The officials have now zoned in on encryption.", "Who has now zoned in on encryption?", null,
        "Have the officials now zoned in on encryption?")]
    [InlineData("The men who wrote the letter left the room.", "What left the room?",
        "What did the men who wrote the letter leave?", "Did the men who wrote the letter leave the room?")]
    [InlineData("In a store, the form is designed for a package.", "What is designed for a package?", null,
        "Is the form designed for a package?")]
    public void Ask_Clause_ReplacesOrInvertsIt(string sentence, string subject, string? @object, string inverted)
    {
        var article = new Article("Title", null, null, null, "Title\n\n" + sentence);
        var clause = ClauseParser.Parse(SentenceWords.Read(article.Sentences[1]));
        var questions = new ClauseQuestions(article, Assert.IsType<Clause>(clause), NameFinder.Find(article));

        Assert.Equal(subject, questions.AskSubject());
        Assert.Equal(@object, questions.AskObject());
        Assert.Equal(inverted, questions.AskInverted("", isShort: false));
    }

    [Theory]
    [InlineData("To the Senate and House of Representatives:")]
    [InlineData("A fine day.")]
    [InlineData("Never.")]
    public void Parse_NoClause_IsNull(string sentence) =>
        Assert.Null(ClauseParser.Parse(SentenceWords.Read(new Passage(sentence, new TextSpan(0, sentence.Length)))));
}
