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
    [InlineData(
        "The form would have to be readable so that consumers can read and keep it using the device that is best.",
        "What would have to be readable so that consumers can read and keep it using the device?", null,
        "Would the form have to be readable?")]
    public void Ask_Clause_ReplacesOrInvertsIt(string sentence, string subject, string? @object, string inverted)
    {
        var (questions, _) = Read(sentence);

        Assert.Equal(subject, questions.AskSubject());
        Assert.Equal(@object, questions.AskObject());
        Assert.Equal(inverted, questions.AskInverted(""));
    }

    [Theory]
    [InlineData("You can submit a comment until March 23, 2015.", "When can you submit a comment?")]
    [InlineData("The bridge was closed on May 3 after a storm.", "When was the bridge closed?")]
    [InlineData("On May 3, 2014, the town closed the bridge.", "When did the town close the bridge?")]
    public void Ask_When_DoesNotSayTheDate(string sentence, string question)
    {
        var (questions, article) = Read(sentence);
        var date = Assert.Single(FigureFinder.Find(article.Sentences[1]), f => f.IsDate);

        Assert.Equal(question, questions.AskInverted("When", date.Passage.Span.Start));
    }

    [Theory]
    [InlineData("In other words, it shouldn’t be presented as a static image.")]
    [InlineData("The officials can't wait for the answer.")]
    [InlineData("Comparison shopping with two proposed short-form disclosures for prepaid cards.")]
    [InlineData("To the Senate and House of Representatives:")]
    [InlineData("A fine day.")]
    [InlineData("Never.")]
    public void Parse_NoClause_IsNull(string sentence) =>
        Assert.Null(ClauseParser.Parse(SentenceWords.Read(new Passage(sentence, new TextSpan(0, sentence.Length)))));

    private static (ClauseQuestions Questions, Article Article) Read(string sentence)
    {
        var article = new Article("Title", null, null, null, "Title\n\n" + sentence);
        var clause = Assert.IsType<Clause>(ClauseParser.Parse(SentenceWords.Read(article.Sentences[1])));
        return (new ClauseQuestions(article, clause, NameFinder.Find(article)), article);
    }
}
