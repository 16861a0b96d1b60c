using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Tests.Support;

namespace PolicyBot.Knowledge.Tests.Answering;

public sealed class AnswererTests
{
    [Fact]
    public void Ask_EveryCanonicalQuestion_GetsItsOwnAnswer() =>
        Assert.All(ShippedAnswerer.Set.Questions, q => Assert.Equal(q.Id, Assert.IsType<Answer.Answered>(ShippedAnswerer.Value.Ask(q.Question)).Entry.Id));

    [Theory]
    [InlineData("Who signed the letter?", "letter-signers")]
    [InlineData("WHO SIGNED THE LETTER", "letter-signers")]
    [InlineData("who singed the lettr", "letter-signers")]
    [InlineData("Zuck's role?", "zuckerberg")]
    [InlineData("What does Facebook say about backdoors?", "facebook-opposition")]
    [InlineData("Where does the writer of this work?", "article-author")]
    public void Ask_AnswerableQuestion_AnswersIt(string question, string entry) =>
        Assert.Equal(entry, Assert.IsType<Answer.Answered>(ShippedAnswerer.Value.Ask(question)).Entry.Id);

    [Theory]
    [InlineData("What did Barr say about TikTok?", "TikTok")]
    [InlineData("Did Google sign the letter?", "Google")]
    [InlineData("Did the letter come from Canada?", "Canada")]
    [InlineData("Was it sent in 2018?", "2018")]
    [InlineData("Did the New York Times interview Barr?", "New York Times")]
    [InlineData("Does Section 230 come up?", "Section 230")]
    [InlineData("Were 1,000 people asked?", "1,000")]
    public void Ask_NameTheArticleNeverUses_SaysSo(string question, string name)
    {
        var answer = Assert.IsType<Answer.NotInArticle>(ShippedAnswerer.Value.Ask(question));

        Assert.Contains(name, answer.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(answer.Nearest);
    }

    [Theory]
    [InlineData("encryption")]
    [InlineData("end-to-end encryption?")]
    public void Ask_MereTopicOfTheArticle_OffersWhatIsAboutIt(string topic) => Assert.All(
        Assert.IsType<Answer.Ambiguous>(ShippedAnswerer.Value.Ask(topic)).Choices,
        c => Assert.Contains("encrypt", $"{c.Entry.Question} {string.Join(' ', c.Entry.Answer.Select(a => a.Text))}", StringComparison.Ordinal));

    [Theory]
    [InlineData("encryption bananas")]
    [InlineData("Google encryption")]
    public void Ask_TopicWithAWordThatTheArticleNeverUses_IsRefused(string topic) => Assert.IsType<Answer.NotInArticle>(ShippedAnswerer.Value.Ask(topic));

    [Theory]
    [InlineData("Who is Barry?")]
    [InlineData("Who is Richard Burr?")]
    [InlineData("Who is Peter Sutton?")]
    [InlineData("What did Barry say about encryption?")]
    public void Ask_NameLikeOneOfTheArticle_IsNotAnsweredForThatOne(string question) =>
        Assert.IsNotType<Answer.Answered>(ShippedAnswerer.Value.Ask(question));

    [Theory]
    [InlineData("What is the U.S.'s part?")]
    [InlineData("Which US officials signed?")]
    public void Ask_CountryWrittenShort_IsUnderstoodAsTheCountry(string question) =>
        Assert.Empty(ShippedAnswerer.Value.Ask(question).Explanation.UnknownWords);

    [Fact]
    public void Ask_ArticleSentence_HasNoWordThatTheArticleDoesNotKnow() =>
        Assert.All(ShippedAnswerer.Set.Article.Sentences, s => Assert.Empty(ShippedAnswerer.Value.Ask(s.Text).Explanation.UnknownWords));

    [Fact]
    public void Ask_ManyThreads_GetWhatOneGets()
    {
        string[] questions = [.. ShippedAnswerer.Set.Questions.Select(q => q.Phrasings[^1]), "Did Google sign?", "xqzv", ""];
        var expected = questions.Select(Outcome).ToArray();

        Parallel.For(0, 3_000, i => Assert.Equal(expected[i % questions.Length], Outcome(questions[i % questions.Length])));

        static string Outcome(string question)
        {
            var answer = ShippedAnswerer.Value.Ask(question);
            return $"{answer.GetType().Name} {answer.Confidence} {string.Join(' ', answer.Candidates().Select(c => c.Entry.Id))}";
        }
    }

    [Theory]
    [InlineData("How old is William Barr?")]
    [InlineData("What is the spokesman's name?")]
    [InlineData("Which year is it about?")]
    [InlineData("What is the PE80 Series?")]
    [InlineData("What are Real Time Crime Centers?")]
    public void Ask_WhatTheArticleDoesNotSay_IsRefusedWithTheNearestPassage(string question)
    {
        var answer = Assert.IsType<Answer.NotInArticle>(ShippedAnswerer.Value.Ask(question));

        Assert.All(answer.Nearest, p => Assert.Equal(p.Text, ShippedAnswerer.Set.Article.Body[p.Span.Start..p.Span.End]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \t ")]
    [InlineData("🙂🙃🙂")]
    [InlineData("\u0000\u0001\u0002")]
    [InlineData("?!?!")]
    [InlineData("asdf qwer zxcv uiop")]
    [InlineData("who")]
    [InlineData("кто подписал письмо")]
    [InlineData("誰が手紙に署名しましたか")]
    [InlineData("\ud800 lone surrogate xqzv")]
    public void Ask_NothingToGoBy_IsNotUnderstoodAndOffersExamples(string question) =>
        Assert.NotEmpty(Assert.IsType<Answer.NotUnderstood>(ShippedAnswerer.Value.Ask(question)).Examples);

    [Fact]
    public void Ask_AtTheLongestAndOneMore_IsReadAndRefused()
    {
        var longest = "Who signed the letter? ".PadRight(Answerer.MaxQuestionLength);

        Assert.IsType<Answer.Answered>(ShippedAnswerer.Value.Ask(longest));
        Assert.Contains("6000", Assert.IsType<Answer.NotUnderstood>(ShippedAnswerer.Value.Ask(longest + " ")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_AnyQuestion_KeepsItsPromises()
    {
        var random = new Random(5);
        string[] words = [.. ShippedAnswerer.Set.Questions.SelectMany(q => q.Question.Split(' ')).Distinct(), "TikTok", "2019", "xqzv", "🙂", "’s", "Barr’s"];
        for (var run = 0; run < 2_000; run++)
        {
            var answer = ShippedAnswerer.Value.Ask(string.Join(' ', random.GetItems(words, random.Next(1, 12))));

            Assert.InRange(answer.Confidence, 0, 1);
            Assert.InRange(answer.Suggestions.Count, 0, 5);
            Assert.Equal(answer.Suggestions.OrderByDescending(s => s.Confidence).Select(s => s.Entry.Id), answer.Suggestions.Select(s => s.Entry.Id));
            Assert.Equal(answer.Candidates().Count, answer.Candidates().DistinctBy(s => s.Entry.Id).Count());
            if (answer is Answer.Ambiguous ambiguous) Assert.InRange(ambiguous.Choices.Count, 2, 3);
        }
    }

    [Fact]
    public void Ask_SameQuestionTwice_GivesTheSameAnswer()
    {
        var (first, second) = (ShippedAnswerer.Value.Ask("what do the officials want"), ShippedAnswerer.Value.Ask("what do the officials want"));

        Assert.Equal(first.Confidence, second.Confidence);
        Assert.Equal(first.Candidates().Select(c => c.Entry.Id), second.Candidates().Select(c => c.Entry.Id));
    }

    [Fact]
    public void Explanation_MisspeltQuestion_TellsPhrasingPartsAndRepairs()
    {
        var answer = ShippedAnswerer.Value.Ask("so who singed the leter");
        var explanation = answer.Explanation;

        Assert.Equal(Assert.IsType<Answer.Answered>(answer).Entry, explanation.Best);
        Assert.NotNull(explanation.Phrasing);
        Assert.NotNull(explanation.RunnerUp);
        Assert.NotEmpty(explanation.Parts);
        Assert.Equal(["singed → signed", "leter → letter"], explanation.Repairs);
        Assert.Equal(["Xqzvment"], ShippedAnswerer.Value.Ask("who signed the letter to Xqzvment").Explanation.UnknownWords);
    }

    [Fact]
    public void Explanation_Parts_AddUpToTheConfidence()
    {
        var answer = Assert.IsType<Answer.Answered>(ShippedAnswerer.Value.Ask("Who signed the letter?"));

        Assert.Equal(answer.Confidence, 1 / (1 + Math.Exp(-answer.Explanation.Parts.Sum(p => p.Value))), 6);
    }
}
