using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Tests.Support;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Tests.Commands;

public sealed class UnansweredCommandTests : IDisposable
{
    private const string Unanswered = "questions unanswered";
    private const string Dismiss = "questions dismiss";

    private static readonly string[] Animals =
    [
        "albatross", "badger", "camel", "dolphin", "elephant", "flamingo", "giraffe", "hamster", "iguana", "jaguar",
        "kangaroo", "lobster", "mongoose", "nightingale", "octopus", "penguin", "quail", "raccoon", "salmon",
        "tortoise", "urchin", "vulture", "walrus",
    ];

    private readonly TestServer _server = new();

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData(true, "There are no unanswered questions.")]
    [InlineData(false, "I don't keep questions: the person who runs me has turned that off.")]
    public async Task Unanswered_None_SaysSo(bool keepsQuestions, string expected)
    {
        _server.Privacy.KeepQuestions = keepsQuestions;
        var reply = await _server.RunAsModeratorAsync(Unanswered);

        Assert.Equal("Unanswered questions", reply.Title);
        Assert.Equal([expected], reply.Paragraphs());
        Assert.Empty(reply.Blocks.OfType<Block.Note>());
        Assert.Empty(reply.Choices);
        Assert.Null(reply.ChoicesHeading);
    }

    [Theory]
    [InlineData(UsageKind.NotInArticle, "not in the article")]
    [InlineData(UsageKind.NoPreparedAnswer, "no prepared answer")]
    [InlineData(UsageKind.NotUnderstood, "not understood")]
    [InlineData(UsageKind.NotHelpful, "answered, but not helpful")]
    public async Task Unanswered_One_IsShownWithReasonAndDate(UsageKind kind, string why)
    {
        Record("what does it cost?", kind);
        var reply = await _server.RunAsModeratorAsync(Unanswered);

        Assert.Equal([$"what does it cost?: {why}, asked once, last on 10 Mar 2026"], reply.Items());
        Assert.Equal(("Dismiss…", "what does it cost?"), (reply.ChoicesHeading, Assert.Single(reply.Labels())));
        Assert.Equal(
            [new Block.Note("I don't store who asked. I keep a question for 30 days after it was last asked.")],
            reply.Blocks.OfType<Block.Note>());
        Assert.Empty(reply.Actions);
        Assert.True(reply.IsPrivate);
    }

    [Fact]
    public async Task Unanswered_Retention_IsShown()
    {
        using var other = new TestServer(new PrivacyOptions { Retention = TimeSpan.FromDays(7) });
        other.Usage.RecordQuestion(TestServer.ServerId, "tom", Sample.Set.Name, "cost?", UsageKind.NotInArticle);

        Assert.Contains(
            new Block.Note("I don't store who asked. I keep a question for 7 days after it was last asked."),
            (await other.RunAsModeratorAsync(Unanswered)).Blocks);
    }

    [Fact]
    public async Task Unanswered_SimilarQuestions_AreOneNamedAfterTheMostAsked()
    {
        Record("How much did the letter cost?", UsageKind.NotInArticle, 3);
        await _server.KeptAsync();
        _server.Clock.AdvanceDays(1);
        Record("how much does a letter cost", UsageKind.NotUnderstood, 2);
        Record("who owns the boats?", UsageKind.NotInArticle, 4);
        var reply = await _server.RunAsModeratorAsync(Unanswered);

        Assert.Equal(
            [
                "How much did the letter cost?: not in the article, asked 5 times, last on 11 Mar 2026; "
                    + "also “how much does a letter cost”",
                "who owns the boats?: not in the article, asked 4 times, last on 11 Mar 2026",
            ],
            reply.Items());
    }

    [Fact]
    public async Task Unanswered_ManySimilarQuestions_ShowsSomeAndTheNumber()
    {
        Record("What does the letter cost?", UsageKind.NotInArticle);
        Record("what does the letter cost", UsageKind.NotInArticle);
        Record("what did the letter cost?", UsageKind.NotInArticle);
        Record("cost of the letter?", UsageKind.NotInArticle);
        Record("the letter’s cost?", UsageKind.NotInArticle);

        Assert.EndsWith(
            "” and 2 more",
            Assert.Single((await _server.RunAsModeratorAsync(Unanswered)).Items()),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unanswered_Many_HavePages()
    {
        foreach (var animal in Animals) Record($"Is there a {animal}?", UsageKind.NotInArticle);
        var first = await _server.RunAsModeratorAsync(Unanswered);
        var second = await _server.ChooseAsync(first, "Next");
        var third = await _server.ChooseAsync(second, "Next");
        var back = await _server.ChooseAsync(third, "Previous");

        Assert.Equal(
            ["Unanswered questions (1 of 3)", "Unanswered questions (2 of 3)", "Unanswered questions (3 of 3)"],
            [first.Title, second.Title, third.Title]);
        Assert.Equal([10, 10, 3], [first.Choices.Count, second.Choices.Count, third.Choices.Count]);
        Assert.Equal(
            Animals.Select(a => $"Is there a {a}?"),
            first.Labels().Concat(second.Labels()).Concat(third.Labels()));
        Assert.Equal(["Next"], first.Does());
        Assert.Equal(["Previous", "Next"], second.Does());
        Assert.Equal(["Previous"], third.Does());
        Assert.Equal(second.Labels(), back.Labels());
    }

    [Theory]
    [InlineData("0", "Unanswered questions (1 of 3)")]
    [InlineData("99", "Unanswered questions (3 of 3)")]
    [InlineData("two", "Unanswered questions (1 of 3)")]
    [InlineData("-1", "Unanswered questions (1 of 3)")]
    public async Task Unanswered_InvalidPage_ShowsTheClosest(string page, string title)
    {
        foreach (var animal in Animals) Record($"Is there a {animal}?", UsageKind.NotInArticle);

        Assert.Equal(title, (await _server.RunAsModeratorAsync(Unanswered, ("page", page))).Title);
    }

    [Fact]
    public async Task Unanswered_TenThousandQuestions_FillAThousandPages()
    {
        for (var number = 0; number < 10_001; number++) Record($"What of point {number}?", UsageKind.NotInArticle);

        Assert.Equal("Unanswered questions (1 of 1000)", (await _server.RunAsModeratorAsync(Unanswered)).Title);
    }

    [Fact]
    public async Task Dismiss_ChosenFromTheMenu_RemovesItAndSimilarOnes()
    {
        Record("How much did the letter cost?", UsageKind.NotInArticle, 2);
        Record("how much does a letter cost", UsageKind.NotUnderstood);
        Record("who owns the boats?", UsageKind.NotInArticle);
        var reply = await _server.ChooseAsync(
            await _server.RunAsModeratorAsync(Unanswered), "How much did the letter cost?");

        Assert.Equal(["who owns the boats?"], reply.Labels());
        Assert.Contains(new Block.Note("Dismissed: “How much did the letter cost?”"), reply.Blocks);
        Assert.Equal(["who owns the boats?"], (await _server.RunAsModeratorAsync(Unanswered)).Labels());
    }

    [Fact]
    public async Task Dismiss_AskedAgain_StaysDismissed()
    {
        Record("who owns the boats?", UsageKind.NotInArticle);
        await _server.RunAsModeratorAsync(Dismiss, ("question", "who owns the boats?"));
        Record("who owns the boats?", UsageKind.NotInArticle);

        Assert.Equal(
            ["There are no unanswered questions."],
            (await _server.RunAsModeratorAsync(Unanswered)).Paragraphs());
    }

    [Theory]
    [InlineData("How much did the letter cost?")]
    [InlineData("HOW MUCH DID THE LETTER COST?")]
    [InlineData(" how much does a letter cost ")]
    public async Task Dismiss_ByAnyOfItsTexts_RemovesIt(string typed)
    {
        Record("How much did the letter cost?", UsageKind.NotInArticle, 2);
        Record("how much does a letter cost", UsageKind.NotUnderstood);
        var reply = await _server.RunAsModeratorAsync(Dismiss, ("question", typed));

        Assert.Equal(["There are no unanswered questions."], reply.Paragraphs());
        Assert.Equal([new Block.Note("Dismissed: “How much did the letter cost?”")], reply.Blocks.OfType<Block.Note>());
    }

    [Theory]
    [InlineData("who else?")]
    [InlineData("000000000000")]
    [InlineData("")]
    public async Task Dismiss_NotOnTheList_SaysSoAndShowsTheList(string typed)
    {
        Record("who owns the boats?", UsageKind.NotInArticle);
        var reply = await _server.RunAsModeratorAsync(Dismiss, ("question", typed));

        Assert.Contains(new Block.Note("That question isn't on the list any more."), reply.Blocks);
        Assert.Equal(["who owns the boats?"], reply.Labels());
    }

    [Fact]
    public async Task Dismiss_ChosenTwice_SaysThatItIsGone()
    {
        Record("who owns the boats?", UsageKind.NotInArticle);
        var list = await _server.RunAsModeratorAsync(Unanswered);
        await _server.ChooseAsync(list, "who owns the boats?");

        Assert.Contains(
            new Block.Note("That question isn't on the list any more."),
            (await _server.ChooseAsync(list, "who owns the boats?")).Blocks);
    }

    [Theory]
    [InlineData("", "who owns the boats?|Is the mayor paid?")]
    [InlineData("OWNS", "who owns the boats?")]
    [InlineData("lighthouse", "")]
    public async Task Autocomplete_Question_ListsMatchingQuestions(string typed, string questions)
    {
        Record("who owns the boats?", UsageKind.NotInArticle, 2);
        Record("Is the mayor paid?", UsageKind.NotInArticle);

        Assert.Equal(questions, string.Join('|', await _server.AutocompleteAsync(Dismiss, "question", typed)));
    }

    [Fact]
    public async Task Autocomplete_ChosenQuestion_IsDismissed()
    {
        Record("who owns the boats?", UsageKind.NotInArticle);
        var request = CommandRequest.Create(Dismiss, Sample.Place) with { Caller = TestServer.Moderator };
        var suggestion = Assert.Single(
            await _server.Bot.AutocompleteAsync("question", request, 25, TestContext.Current.CancellationToken));

        Assert.InRange(suggestion.Value.Length, 1, 100);
        Assert.Contains(
            new Block.Note("Dismissed: “who owns the boats?”"),
            (await _server.RunAsModeratorAsync(Dismiss, ("question", suggestion.Value))).Blocks);
    }

    [Fact]
    public async Task Autocomplete_MoreThanTheMaximum_ListsThatMany()
    {
        foreach (var animal in Animals) Record($"Is there a {animal}?", UsageKind.NotInArticle);

        Assert.Equal(5, (await _server.AutocompleteAsync(Dismiss, "question", "", max: 5)).Count);
    }

    [Fact]
    public async Task Autocomplete_NotAModeratorOrStoreUnavailable_IsEmpty()
    {
        Record("who owns the boats?", UsageKind.NotInArticle);
        var member = await _server.AutocompleteAsync(Dismiss, "question", "", TestServer.Member);
        var direct = await _server.AutocompleteAsync(Dismiss, "question", "", TestServer.InDirectMessages);
        _server.Store.Fault = "Gone.";

        Assert.Empty(member);
        Assert.Empty(direct);
        Assert.Empty(await _server.AutocompleteAsync(Dismiss, "question", ""));
    }

    [Theory]
    [InlineData(Unanswered)]
    [InlineData(Dismiss)]
    public async Task RunAsync_MemberDirectMessageOrStoreUnavailable_SaysSo(string command)
    {
        Record("who owns the boats?", UsageKind.NotInArticle);
        var member = await _server.RunAsync(TestServer.Member, command, ("question", "who owns the boats?"));
        var direct = await _server.RunAsync(TestServer.InDirectMessages, command, ("question", "who owns the boats?"));
        _server.Store.Fault = "The disk is full.";
        var unreachable = await _server.RunAsModeratorAsync(command, ("question", "who owns the boats?"));
        _server.Store.Fault = null;

        Assert.Equal([TestServer.Refusal("questions")], member.Paragraphs());
        Assert.Equal(["Use this command in a server that has added me."], direct.Paragraphs());
        Assert.Equal(["That didn't work: The disk is full. Nothing was changed."], unreachable.Paragraphs());
        Assert.Equal(["who owns the boats?"], (await _server.RunAsModeratorAsync(Unanswered)).Labels());
    }

    // So many members that no one asks too much.
    private int _asked;

    private void Record(string question, UsageKind kind, int times = 1)
    {
        for (var time = 0; time < times; time++)
        {
            var member = $"member {_asked++ / 30}";
            _server.Usage.RecordQuestion(TestServer.ServerId, member, Sample.Set.Name, question, kind);
        }
    }
}
