using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Conversation;
using PolicyBot.Knowledge.Tests.Support;

namespace PolicyBot.Knowledge.Tests.Answering;

public sealed class AnswererTests
{
    [Fact]
    public void Ask_EveryCanonicalQuestion_GetsItsOwnAnswer() =>
        Assert.All(
            ShippedAnswerer.Set.Questions,
            q => Assert.Equal(q.Id, Assert.IsType<Answer.Answered>(ShippedAnswerer.Value.Ask(q.Question)).Entry.Id));

    [Theory]
    [InlineData("Who signed the letter?", "letter-signers")]
    [InlineData("WHO SIGNED THE LETTER", "letter-signers")]
    [InlineData("who signed the lettr", "letter-signers")]
    [InlineData("Zuck's role?", "zuckerberg")]
    [InlineData("What does Facebook say about backdoors?", "facebook-opposition")]
    [InlineData("By whom was the article written?", "article-author")]
    public void Ask_AnswerableQuestion_AnswersIt(string question, string entry) =>
        Assert.Equal(entry, Assert.IsType<Answer.Answered>(ShippedAnswerer.Value.Ask(question)).Entry.Id);

    [Theory]
    [InlineData("What did Barr say about TikTok?", "TikTok")]
    [InlineData("did google sign the letter", "Google")]
    [InlineData("Did the New York Times interview Barr?", "New York Times")]
    [InlineData("Does Section 230 come up?", "Section 230")]
    public void Ask_AbsentName_IsNamedInSpellingOfSet(string question, string name)
    {
        var answer = Assert.IsType<Answer.NotInArticle>(ShippedAnswerer.Value.Ask(question));

        Assert.Equal(name, Assert.IsType<Absence.ListedName>(answer.Absence).Name);
        Assert.InRange(answer.Passages.Count, 1, Answer.MaxPassages);
    }

    [Theory]
    [InlineData("encryption")]
    [InlineData("end-to-end encryption?")]
    public void Ask_TopicOnly_OffersQuestionsAboutIt(string topic) => Assert.All(
        Assert.IsType<Answer.Ambiguous>(ShippedAnswerer.Value.Ask(topic)).Suggestions,
        c => Assert.Contains("encrypt", $"{c.Entry.Question} {c.Entry.AnswerText}", StringComparison.Ordinal));

    [Theory]
    [InlineData("encryption bananas")]
    [InlineData("Google encryption")]
    public void Ask_TopicWithUnknownWord_IsNotAnswered(string topic) =>
        Assert.IsNotType<Answer.Answered>(ShippedAnswerer.Value.Ask(topic));

    [Theory]
    [InlineData("Who is Barry?")]
    [InlineData("Who is Richard Burr?")]
    [InlineData("Who is Peter Sutton?")]
    [InlineData("What did Barry say about encryption?")]
    public void Ask_NameSimilarToOneInArticle_IsNotAnswered(string question) =>
        Assert.IsNotType<Answer.Answered>(ShippedAnswerer.Value.Ask(question));

    [Theory]
    [InlineData("What is the U.S.'s part?")]
    [InlineData("Which US officials signed?")]
    public void Ask_AbbreviatedCountry_IsRecognized(string question) =>
        Assert.Empty(ShippedAnswerer.Value.Ask(question).Explanation.UnknownWords);

    [Fact]
    public void Ask_ArticleSentence_HasNoUnknownWords() =>
        Assert.All(
            ShippedAnswerer.Set.Article.Sentences,
            s => Assert.Empty(ShippedAnswerer.Value.Ask(s.Text).Explanation.UnknownWords));

    [Fact]
    public void Ask_ManyThreads_GetSameAnswers()
    {
        string[] questions =
            [.. ShippedAnswerer.Set.Questions.Select(q => q.Phrasings[^1]), "Did Google sign?", "xqzv", ""];
        var expected = questions.Select(Outcome).ToArray();

        Parallel.For(
            0, 3_000, i => Assert.Equal(expected[i % questions.Length], Outcome(questions[i % questions.Length])));

        static string Outcome(string question)
        {
            var answer = ShippedAnswerer.Value.Ask(question);
            var candidates = string.Join(' ', answer.Candidates.Select(c => c.Entry.Id));
            return $"{answer.GetType().Name} {answer.Confidence} {candidates}";
        }
    }

    [Theory]
    [InlineData("How old is William Barr?")]
    [InlineData("What is the spokesman's name?")]
    [InlineData("Which year is it about?")]
    [InlineData("What is the PE80 Series?")]
    [InlineData("What are Real Time Crime Centers?")]
    public void Ask_QuestionArticleDoesNotAnswer_ShowsPassages(string question)
    {
        var answer = ShippedAnswerer.Value.Ask(question);

        Assert.IsNotType<Answer.Answered>(answer);
        Assert.All(
            answer.Passages, p => Assert.Equal(p.Text, ShippedAnswerer.Set.Article.Body[p.Span.Start..p.Span.End]));
    }

    [Theory]
    [InlineData("How old is Kevin McAleenan?")]
    [InlineData("how old is barr")]
    public void Ask_UnanswerableQuestion_IsNotInArticle(string question) =>
        Assert.IsType<Absence.ListedQuestion>(
            Assert.IsType<Answer.NotInArticle>(ShippedAnswerer.Value.Ask(question)).Absence);

    [Theory]
    [InlineData("", NotUnderstoodReason.NoWords)]
    [InlineData("   \t ", NotUnderstoodReason.NoWords)]
    [InlineData("🙂🙃🙂", NotUnderstoodReason.NoWords)]
    [InlineData("\u0000\u0001\u0002", NotUnderstoodReason.NoWords)]
    [InlineData("?!?!", NotUnderstoodReason.NoWords)]
    [InlineData("who", NotUnderstoodReason.NoWords)]
    [InlineData("asdf qwer zxcv uiop", NotUnderstoodReason.UnknownWords)]
    [InlineData("xqzv", NotUnderstoodReason.UnknownWords)]
    [InlineData("кто подписал письмо", NotUnderstoodReason.OtherLanguage)]
    [InlineData("誰が手紙に署名しましたか", NotUnderstoodReason.OtherLanguage)]
    [InlineData("¿quién firmó la carta?", NotUnderstoodReason.OtherLanguage)]
    [InlineData("Wer hat den Brief unterschrieben?", NotUnderstoodReason.OtherLanguage)]
    [InlineData("Qui a signé la lettre ?", NotUnderstoodReason.OtherLanguage)]
    [InlineData("Chi ha firmato la lettera?", NotUnderstoodReason.OtherLanguage)]
    public void Ask_MessageNotUnderstood_GivesReasonAndExamples(string message, NotUnderstoodReason reason)
    {
        var answer = Assert.IsType<Answer.NotUnderstood>(ShippedAnswerer.Value.Ask(message));

        Assert.Equal(reason, answer.Reason);
        Assert.InRange(answer.Suggestions.Count, 1, Answer.MaxSuggestions);
    }

    [Fact]
    public void Ask_LoneSurrogate_IsNotAnswered() =>
        Assert.IsNotType<Answer.Answered>(ShippedAnswerer.Value.Ask("\ud800 lone surrogate xqzv"));

    [Fact]
    public void Ask_MaximumLengthAndOneMore_IsAnsweredAndRejected()
    {
        var longest = "Who signed the letter? ".PadRight(Answerer.MaxQuestionLength);

        Assert.IsType<Answer.Answered>(ShippedAnswerer.Value.Ask(longest));
        Assert.Equal(
            NotUnderstoodReason.TooLong,
            Assert.IsType<Answer.NotUnderstood>(ShippedAnswerer.Value.Ask(longest + " ")).Reason);
    }

    [Theory]
    [InlineData("hello", SmallTalkKind.Greeting)]
    [InlineData("Good morning, everyone!", SmallTalkKind.Greeting)]
    [InlineData("thx", SmallTalkKind.Thanks)]
    [InlineData("ok thanks!!", SmallTalkKind.Thanks)]
    [InlineData("ok", SmallTalkKind.Acknowledgement)]
    [InlineData("bye 👋", SmallTalkKind.Farewell)]
    [InlineData("hi, who are you and what can you do?", SmallTalkKind.AboutTheBot)]
    [InlineData("are you a bot?", SmallTalkKind.AboutTheBot)]
    [InlineData("HELP", SmallTalkKind.AboutTheBot)]
    public void Ask_SmallTalk_IsRecognized(string message, SmallTalkKind kind) =>
        Assert.Equal(kind, Assert.IsType<Answer.SmallTalk>(ShippedAnswerer.Value.Ask(message)).Kind);

    [Theory]
    [InlineData("hello, who signed the letter?")]
    [InlineData("Who signed the letter? Thanks in advance!!!")]
    public void Ask_QuestionWithGreeting_IsAnswered(string message) =>
        Assert.IsType<Answer.Answered>(ShippedAnswerer.Value.Ask(message));

    [Theory]
    [InlineData("who is she?")]
    [InlineData("what did they do to him?")]
    public void Ask_PronounWithoutContext_OffersChoice(string question) =>
        Assert.InRange(
            Assert.IsType<Answer.Ambiguous>(ShippedAnswerer.Value.Ask(question)).Suggestions.Count,
            2,
            Answer.MaxSuggestions);

    [Fact]
    public void Ask_RandomQuestion_KeepsInvariants()
    {
        var random = new Random(5);
        string[] words =
        [
            .. ShippedAnswerer.Set.Questions.SelectMany(q => q.Question.Split(' ')).Distinct(),
            "TikTok", "2019", "xqzv", "🙂", "’s", "Barr’s",
        ];
        for (var run = 0; run < 2_000; run++)
        {
            var answer = ShippedAnswerer.Value.Ask(string.Join(' ', random.GetItems(words, random.Next(1, 12))));

            Assert.InRange(answer.Confidence, 0, 1);
            Assert.InRange(answer.Suggestions.Count, 0, Answer.MaxSuggestions);
            Assert.InRange(answer.Passages.Count, 0, Answer.MaxPassages);
            Assert.Equal(
                answer.Candidates.OrderByDescending(s => s.Confidence).Select(s => s.Entry.Id),
                answer.Candidates.Select(s => s.Entry.Id));
            Assert.Equal(answer.Candidates.Count, answer.Candidates.DistinctBy(s => s.Entry.Id).Count());
            if (answer is Answer.Ambiguous) Assert.InRange(answer.Suggestions.Count, 2, Answer.MaxSuggestions);
            if (answer is Answer.NoPreparedAnswer { Closest: { } closest })
                Assert.DoesNotContain(answer.Suggestions, s => s.Entry == closest);
        }
    }

    [Fact]
    public void Ask_SameQuestionTwice_GivesTheSameAnswer()
    {
        var (first, second) = (
            ShippedAnswerer.Value.Ask("what do the officials want"),
            ShippedAnswerer.Value.Ask("what do the officials want"));

        Assert.Equal(first.Confidence, second.Confidence);
        Assert.Equal(first.Candidates.Select(c => c.Entry.Id), second.Candidates.Select(c => c.Entry.Id));
    }

    [Fact]
    public void Explanation_MisspeltQuestion_HasPhrasingPartsAndCorrections()
    {
        var explanation = ShippedAnswerer.Value.Ask("so who sigend the leter").Explanation;

        Assert.NotNull(explanation.Best);
        Assert.NotNull(explanation.Phrasing);
        Assert.NotNull(explanation.RunnerUp);
        Assert.NotEmpty(explanation.Parts);
        Assert.Equal(["sigend → signed", "leter → letter"], explanation.Corrections);
        Assert.Equal(
            ["Xqzvment"], ShippedAnswerer.Value.Ask("who signed the letter to Xqzvment").Explanation.UnknownWords);
    }

    [Fact]
    public void Explanation_Parts_AddUpToTheConfidence()
    {
        var answer =
            Assert.IsType<Answer.Answered>(ShippedAnswerer.Value.Ask("which officials put their names to the letter"));

        Assert.Equal(answer.Confidence, 1 / (1 + Math.Exp(-answer.Explanation.Parts.Sum(p => p.Value))), 6);
    }
}
