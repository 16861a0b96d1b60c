using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Drafting;

namespace PolicyBot.Knowledge.Tests.Drafting;

public sealed class QuestionDrafterTests
{
    [Theory]
    [InlineData("The town published a report on the harbour.", null)]
    [InlineData("If the harbour closes, the town loses its boats.", "which begins with “If”")]
    [InlineData("When the water rises, the town closes the harbour.", "which begins with “When”")]
    [InlineData("Although the water was clean, the town closed the harbour.", "which begins with “Although”")]
    [InlineData("We closed the harbour in May.", "Say who “I” or “we” is")]
    [InlineData("It closed the harbour in May.", "Say what “It” is")]
    public void Draft_Sentence_IsMarkedUnlessItsQuestionIsLikelyRight(string sentence, string? review)
    {
        var article = new Article("Town Closes Harbour", null, null, null, $"Town Closes Harbour\n\n{sentence}");

        var question = Assert.Single(
            new QuestionDrafter(article, NameFinder.Find(article), new PhrasingPool()).Draft(),
            q => q.Answer.Any(a => a.Evidence == sentence));

        if (review is null) Assert.Null(question.Review);
        else Assert.Contains(review, question.Review, StringComparison.Ordinal);
    }
}
