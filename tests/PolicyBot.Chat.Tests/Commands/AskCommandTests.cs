using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Tests.Support;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Conversation;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Tests.Commands;

public sealed class AskCommandTests
{
    private const string Water = "The water is not safe";
    private const string May = "May 2";
    private const string Boats = "Our boats lie idle";

    public static TheoryData<Absence, string> Absences => new()
    {
        { new Absence.ListedQuestion(Sample.Cost), "The article doesn't say that." },
        { new Absence.ListedName("Harbour & Sons"), "The article doesn't mention Harbour & Sons." },
        { new Absence.UnknownName(), "That name isn't in the article." },
        { new Absence.UnknownNumber(), "That number isn't in the article." },
    };

    public static TheoryData<Answer, ReplyKind> Kinds => new()
    {
        { Sample.Answered(Sample.When), ReplyKind.Answer },
        { Sample.SmallTalk(SmallTalkKind.Thanks), ReplyKind.Answer },
        { Sample.Ambiguous(Sample.Who, Sample.When), ReplyKind.Choice },
        { Sample.NoPreparedAnswer(Sample.Who), ReplyKind.Choice },
        { Sample.NoPreparedAnswer(null, Water), ReplyKind.Refusal },
        { Sample.NotInArticle(), ReplyKind.Refusal },
        { Sample.NotUnderstood(), ReplyKind.Refusal },
    };

    [Fact]
    public async Task Ask_Answered_GivesAnswerEvidenceSourceAndRelated()
    {
        var reply = await AskAsync(Sample.Answered(Sample.Why));

        Assert.Equal("Why is the harbour closed?", reply.Title);
        Assert.Equal(["The report reads that the water is not safe."], reply.Paragraphs());
        Assert.Equal(["The water is not safe | The report"], reply.Quotations());
        Assert.Equal("“Town Closes Harbour”, by Ann Lee", reply.Source?.Text);
        Assert.Equal("You may also want to know:", reply.ChoicesHeading);
        Assert.Equal([Sample.When.Question, Sample.Who.Question], reply.Labels());
        Assert.Equal(["In context"], reply.Does());
        Assert.False(reply.IsPrivate);
    }

    [Fact]
    public async Task Ask_EvidenceWithinOtherEvidence_IsQuotedOnce()
    {
        var reply = await AskAsync(Sample.Answered(Sample.When));

        Assert.Equal(["The town closed the harbour on May 2 | "], reply.Quotations());
    }

    [Fact]
    public async Task Ask_SentenceEqualToItsEvidence_IsShownOnceAsAQuotation()
    {
        var reply = await AskAsync(Sample.Answered(Sample.Who));

        Assert.Equal([new Block.Quote("Mayor Joan Hill signed the order.")], reply.Blocks);
    }

    [Fact]
    public async Task Ask_OneOfTwoSentencesEqualToItsEvidence_SaysOnlyTheOther()
    {
        var both = Sample.Who with { Answer = [.. Sample.Who.Answer, .. Sample.Why.Answer] };

        var reply = await AskAsync(Sample.Answered(both));

        Assert.Equal(["The report reads that the water is not safe."], reply.Paragraphs());
        Assert.Equal(
            ["Mayor Joan Hill signed the order. | ", "The water is not safe | The report"], reply.Quotations());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Ask_Outcome_HasItsKind(Answer answer, ReplyKind kind) =>
        Assert.Equal(kind, (await AskAsync(answer)).Kind);

    [Fact]
    public async Task Ask_ChosenEntry_OffersItsRelatedQuestions()
    {
        var reply = await Sample.Bot().RunAsync("ask", ("entry", "why"));

        Assert.Equal([Sample.When.Question, Sample.Who.Question], reply.Labels());
    }

    [Fact]
    public async Task Ask_Ambiguous_OffersChoicesThatLeadToAnswers()
    {
        var bot = Sample.Bot(Sample.Ambiguous(Sample.Who, Sample.When));
        var reply = await bot.RunAsync("ask", ("question", "order?"));
        var chosen = await bot.DispatchAsync(reply.Choices[1].Request, TestContext.Current.CancellationToken);

        Assert.Equal("Which of these did you mean?", reply.Title);
        Assert.Empty(reply.Blocks);
        Assert.Null(reply.Source?.Text);
        Assert.Equal([Sample.Who.Question, Sample.When.Question], reply.Labels());
        Assert.Equal(Sample.When.Question, chosen.Title);
        Assert.Equal(Sample.When.Id, chosen.Permalink?.GetOption("entry"));
    }

    [Fact]
    public async Task Ask_AmbiguousWithAPassage_ShowsItUnderANote()
    {
        var reply = await AskAsync(
            Sample.Ambiguous(Sample.Who, Sample.When) with { Passages = [Sample.Passage(Water)] });

        Assert.Equal([new Block.Note("The closest passage:"), new Block.Quote(Water, "The report")], reply.Blocks);
        Assert.Equal("“Town Closes Harbour”, by Ann Lee", reply.Source?.Text);
    }

    [Theory]
    [MemberData(nameof(Absences))]
    public async Task Ask_NotInArticle_SaysSoAndShowsThePassageAndOtherQuestions(Absence absence, string expected)
    {
        var reply = await AskAsync(Sample.NotInArticle(absence, Water), "does Zanzibar pay 977?");

        Assert.Equal(expected, reply.Title);
        Assert.Equal([new Block.Note("The closest passage:"), new Block.Quote(Water, "The report")], reply.Blocks);
        Assert.Equal("“Town Closes Harbour”, by Ann Lee", reply.Source?.Text);
        Assert.Equal("Questions I can answer:", reply.ChoicesHeading);
        Assert.Equal([Sample.Why.Question], reply.Labels());
        Assert.Empty(reply.Actions);
        Assert.False(reply.IsPrivate);
    }

    [Fact]
    public async Task Ask_NotInArticleWithTwoPassages_HasANoteInThePlural()
    {
        var reply = await AskAsync(Sample.NotInArticle(new Absence.UnknownName(), Water, Boats));

        Assert.Equal(
            [
                new Block.Note("The closest passages:"),
                new Block.Quote(Water, "The report"),
                new Block.Quote(Boats, "Tom Reed"),
            ],
            reply.Blocks);
    }

    [Fact]
    public async Task Ask_PassageWithinAnother_IsShownOnce()
    {
        var reply = await AskAsync(
            Sample.NotInArticle(new Absence.UnknownName(), "The town closed the harbour on May 2", May));

        Assert.Equal(new Block.Note("The closest passage:"), reply.Blocks[0]);
        Assert.Single(reply.Quotations());
    }

    [Fact]
    public async Task Ask_NoPreparedAnswerWithAClosestQuestion_ShowsItMarkedAsSuch()
    {
        var reply = await AskAsync(Sample.NoPreparedAnswer(Sample.Who, Water));

        Assert.Equal("I'm not sure that's what you're asking.", reply.Title);
        Assert.Equal(
            [
                new Block.Paragraph("The closest question I can answer:"), new Block.Subheading(Sample.Who.Question),
                new Block.Quote("Mayor Joan Hill signed the order."),
                new Block.Note("The article also says:"), new Block.Quote(Water, "The report"),
            ],
            reply.Blocks);
        Assert.Equal("“Town Closes Harbour”, by Ann Lee", reply.Source?.Text);
        Assert.Equal([Sample.Why.Question], reply.Labels());
        Assert.Equal(["In context"], reply.Does());
        Assert.False(reply.IsPrivate);
    }

    [Fact]
    public async Task Ask_NoPreparedAnswerWithoutPassages_HasNoNote()
    {
        var reply = await AskAsync(Sample.NoPreparedAnswer(Sample.Who));

        Assert.Empty(reply.Blocks.OfType<Block.Note>());
        Assert.Equal(["Mayor Joan Hill signed the order. | "], reply.Quotations());
    }

    [Theory]
    [InlineData("The closest passage in the article:", Water)]
    [InlineData("The closest passages in the article:", Water, Boats)]
    public async Task Ask_NoPreparedAnswer_ShowsThePassagesAndQuestions(string note, params string[] passages)
    {
        var reply = await AskAsync(Sample.NoPreparedAnswer(null, passages));

        Assert.Equal("I don't have a prepared answer to that.", reply.Title);
        Assert.Equal(new Block.Note(note), reply.Blocks[0]);
        Assert.Equal(passages, reply.Blocks.Skip(1).Cast<Block.Quote>().Select(q => q.Text));
        Assert.Equal("Questions I can answer:", reply.ChoicesHeading);
        Assert.Equal([Sample.Why.Question], reply.Labels());
        Assert.False(reply.IsPrivate);
    }

    [Fact]
    public async Task Ask_SetWhoseEntriesAreAllWithheld_SaysThatTheyAwaitReview()
    {
        var set = Sample.Set with
        {
            Questions = [],
            Withheld = [new WithheldEntry("why", Sample.Why.Question, [])],
        };
        var bot = Sample.Bot(set, Sample.NoPreparedAnswer(null, Water) with { Suggestions = [] });
        var reply = await bot.RunAsync("ask", ("question", "is it safe?"));

        Assert.Equal(
            "The article has changed, and its questions haven't been reviewed yet. Here's what the article says:",
            reply.Title);
    }

    [Fact]
    public async Task Ask_SetWithoutQuestions_ShowsWhatTheArticleSays()
    {
        var bot = Sample.Bot(
            Sample.Set with { Questions = [] }, Sample.NoPreparedAnswer(null, Water) with { Suggestions = [] });
        var reply = await bot.RunAsync("ask", ("question", "is it safe?"));

        Assert.Equal("No questions have been prepared for this article yet, so here's what it says:", reply.Title);
        Assert.Equal([new Block.Quote(Water, "The report")], reply.Blocks);
        Assert.Null(reply.ChoicesHeading);
        Assert.Empty(reply.Choices);
    }

    [Theory]
    [InlineData(SmallTalkKind.Thanks, "You're welcome.")]
    [InlineData(SmallTalkKind.Acknowledgement, "Got it.")]
    [InlineData(SmallTalkKind.Farewell, "See you!")]
    [InlineData(
        SmallTalkKind.Greeting,
        "Hi! I'm a bot that answers questions about the article “Town Closes Harbour” in its own words; "
        + "just ask me one.")]
    [InlineData(
        SmallTalkKind.AboutTheBot,
        "I'm a bot that answers questions about the article “Town Closes Harbour” in its own words; "
        + "just ask me one.")]
    public async Task Ask_SmallTalk_IsAnsweredBriefly(SmallTalkKind kind, string expected)
    {
        var reply = await AskAsync(Sample.SmallTalk(kind));

        Assert.Null(reply.Title);
        Assert.Equal([new Block.Paragraph(expected)], reply.Blocks);
        Assert.Null(reply.Source?.Text);
        Assert.Null(reply.ChoicesHeading);
        Assert.False(reply.IsPrivate);
    }

    [Fact]
    public async Task Ask_Greeting_OffersExamples()
    {
        var reply = await AskAsync(Sample.SmallTalk(SmallTalkKind.Greeting, Sample.Who, Sample.When));

        Assert.Equal("You can ask, for example:", reply.ChoicesHeading);
        Assert.Equal([Sample.Who.Question, Sample.When.Question], reply.Labels());
    }

    [Theory]
    [InlineData(NotUnderstoodReason.NoWords, "I couldn't make out a question in that.")]
    [InlineData(NotUnderstoodReason.UnknownWords, "I couldn't make out a question in that.")]
    [InlineData(NotUnderstoodReason.TooLong, "I can read up to 6,000 characters. Please ask a shorter question.")]
    [InlineData(NotUnderstoodReason.OtherLanguage, "I can only read English.")]
    public async Task Ask_NotUnderstood_IsPrivateWithExamples(NotUnderstoodReason reason, string expected)
    {
        var reply = await AskAsync(Sample.NotUnderstood(reason, Sample.Who));

        Assert.True(reply.IsPrivate);
        Assert.Equal(expected, reply.Title);
        Assert.Empty(reply.Blocks);
        Assert.Equal("You can ask, for example:", reply.ChoicesHeading);
        Assert.Equal([Sample.Who.Question], reply.Labels());
        Assert.Null(reply.Source?.Text);
    }

    [Fact]
    public async Task Ask_WithoutQuestion_IsPrivate() =>
        Assert.True((await Sample.Bot(Sample.NotUnderstood()).RunAsync("ask")).IsPrivate);

    [Fact]
    public async Task Ask_RemovedEntry_SaysSo()
    {
        var reply = await Sample.Bot().RunAsync("ask", ("entry", "gone"));

        Assert.True(reply.IsPrivate);
        Assert.Equal(["That question was removed. Please ask it in your own words."], reply.Paragraphs());
    }

    [Fact]
    public async Task Ask_Refusals_RepeatNoWordThatWasTyped()
    {
        const string Typed = "zzyzx";
        Answer[] answers =
        [
            .. Absences.Select(row => Sample.NotInArticle(row.Data.Item1, Water)), Sample.NoPreparedAnswer(null, Water),
            Sample.NoPreparedAnswer(Sample.Who, Water), Sample.Ambiguous(Sample.Who, Sample.When),
            Sample.NotUnderstood(),
            .. Enum.GetValues<SmallTalkKind>().Select(k => Sample.SmallTalk(k)),
        ];

        foreach (var answer in answers)
        {
            var one = await AskAsync(answer, Typed);
            var several = await AskAsync(answer, $"{Typed}? {Typed}?");

            Assert.DoesNotContain(Typed, Text(one), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Typed, Text(several), StringComparison.OrdinalIgnoreCase);
        }
    }

    private static ValueTask<Reply> AskAsync(Answer answer, string question = "so?") =>
        Sample.Bot(answer).RunAsync("ask", ("question", question));

    private static string Text(Reply reply) =>
        string.Join(
            '\n',
            [reply.Title, .. reply.Blocks.Select(b => b.ToString()), reply.ChoicesHeading, .. reply.Labels()]);
}
