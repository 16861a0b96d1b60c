using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Tests.Support;

namespace PolicyBot.Chat.Tests.Commands;

public sealed class SettingsCommandTests : IDisposable
{
    private const string InvalidPercentages =
        "answer-from must be a whole number from 30 to 95, and offer-from from 5 to answer-from. "
        + "Both are percentages.";

    private readonly TestServer _server = new();

    public static TheoryData<Caller?, string> OtherCallers => new()
    {
        { TestServer.Member, TestServer.Refusal("settings") },
        { TestServer.InDirectMessages, "Use this command in a server that has added me." },
        { null, "Use this command in a server that has added me." },
    };

    private ServerSettings? Saved => _server.Store.Settings.GetValueOrDefault(TestServer.ServerId);

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Settings_WithoutOptions_ShowsThemAndSavesNothing()
    {
        var reply = await _server.RunAsModeratorAsync("settings");

        Assert.Equal("Settings", reply.Title);
        Assert.Equal(
            [
                "Article: harbour",
                "Who sees answers to commands: everybody, unless the user sets private: True",
                "Confidence needed to answer: default",
                "Confidence needed to show the closest question: default",
                "Where I answer mentions: in every channel",
            ],
            reply.Items());
        Assert.True(reply.IsPrivate);
        Assert.Null(Saved);
    }

    [Theory]
    [InlineData("article", "lighthouse", "Article: lighthouse")]
    [InlineData("article", " LightHouse ", "Article: lighthouse")]
    [InlineData(
        "answers",
        "asker",
        "Who sees answers to commands: only the user who asks, unless they set private: False")]
    [InlineData(
        "answers",
        "Asker",
        "Who sees answers to commands: only the user who asks, unless they set private: False")]
    [InlineData("answer-from", "80", "Confidence needed to answer: 80%")]
    [InlineData("answer-from", "30", "Confidence needed to answer: 30%")]
    [InlineData("answer-from", "95 %", "Confidence needed to answer: 95%")]
    [InlineData("offer-from", "5", "Confidence needed to show the closest question: 5%")]
    [InlineData("offer-from", "95%", "Confidence needed to show the closest question: 95%")]
    [InlineData("mentions-in", "7", "Where I answer mentions: only in these channels:")]
    public async Task Settings_Change_IsSavedAndShown(string option, string value, string shown)
    {
        var reply = await _server.RunAsModeratorAsync("settings", (option, value));
        var again = await _server.RunAsModeratorAsync("settings");

        Assert.Equal("Settings changed", reply.Title);
        Assert.Contains(shown, reply.Items());
        Assert.Contains(shown, again.Items());
    }

    [Fact]
    public async Task Settings_SameValues_AreNotAChange()
    {
        await _server.RunAsModeratorAsync("settings", ("answer-from", "80"), ("mentions-in", "7"));

        Assert.Equal(
            "Settings",
            (await _server.RunAsModeratorAsync("settings", ("answer-from", "80"), ("mentions-in", "7"))).Title);
        Assert.Equal(
            "Settings changed", (await _server.RunAsModeratorAsync("settings", ("no-mentions-in", "7"))).Title);
    }

    [Fact]
    public async Task Settings_SeveralChanges_LeaveTheOthers()
    {
        await _server.RunAsModeratorAsync("settings", ("article", "lighthouse"), ("answer-from", "70"));
        await _server.RunAsModeratorAsync("settings", ("answers", "asker"), ("offer-from", "20"));
        await _server.RunAsModeratorAsync("settings", ("answers", "everybody"));

        Assert.Equal(new ServerSettings { Article = "lighthouse", AnswerFrom = 0.7, OfferFrom = 0.2 }, Saved);
    }

    [Theory]
    [InlineData("answer-from", "29")]
    [InlineData("answer-from", "96")]
    [InlineData("answer-from", "-50")]
    [InlineData("answer-from", "50.5")]
    [InlineData("answer-from", "very")]
    [InlineData("answer-from", "99999999999999999999")]
    [InlineData("answer-from", "%")]
    [InlineData("offer-from", "4")]
    [InlineData("offer-from", "96")]
    [InlineData("offer-from", "0")]
    public async Task Settings_PercentageOutOfRange_ChangesNothing(string option, string value)
    {
        var reply = await _server.RunAsModeratorAsync("settings", (option, value), ("answers", "asker"));

        Assert.Equal([InvalidPercentages], reply.Paragraphs());
        Assert.True(reply.IsPrivate);
        Assert.Null(Saved);
    }

    [Theory]
    [InlineData("50", "51", false)]
    [InlineData("50", "50", true)]
    [InlineData("95", "5", true)]
    public async Task Settings_OfferFromAboveAnswerFrom_ChangesNothing(
        string answerFrom, string offerFrom, bool isSaved)
    {
        await _server.RunAsModeratorAsync("settings", ("answer-from", answerFrom), ("offer-from", offerFrom));

        Assert.Equal(isSaved, Saved is not null);
    }

    [Fact]
    public async Task Settings_AnswerFromBelowTheSavedOfferFrom_ChangesNothing()
    {
        await _server.RunAsModeratorAsync("settings", ("answer-from", "80"), ("offer-from", "60"));
        var reply = await _server.RunAsModeratorAsync("settings", ("answer-from", "50"));

        Assert.Equal([InvalidPercentages], reply.Paragraphs());
        Assert.Equal(0.8, Saved!.AnswerFrom);
    }

    [Theory]
    [InlineData("castle", "I have no article “castle”. Choose one of these: harbour, lighthouse, wreck.")]
    [InlineData(
        "wreck",
        "The article wreck has errors, so I can't use it. They are listed in my log; ask the person who runs me.")]
    public async Task Settings_UnusableArticle_ChangesNothing(string article, string expected)
    {
        Assert.Equal(
            [expected],
            (await _server.RunAsModeratorAsync("settings", ("article", article), ("answers", "asker"))).Paragraphs());
        Assert.Null(Saved);
    }

    [Fact]
    public async Task Settings_ArticleThatFailsLater_IsShownAsUnavailable()
    {
        _server.Store.Settings[TestServer.ServerId] = new ServerSettings { Article = "wreck" };

        Assert.Contains(
            "Article: wreck, which can't be loaded right now; choose another with article",
            (await _server.RunAsModeratorAsync("settings")).Items());
    }

    [Fact]
    public async Task Settings_Article_IsUsedAtOnce()
    {
        await _server.AskAsync("when?");
        await _server.RunAsModeratorAsync("settings", ("article", "lighthouse"));
        await _server.AskAsync("when?");

        Assert.Equal(
            ["server 1 harbour when Answered 1", "server 1 lighthouse when Answered 1"],
            await _server.CountedAsync());
    }

    [Fact]
    public async Task Settings_Channels_AreAddedOnceAndRemoved()
    {
        await _server.RunAsModeratorAsync("settings", ("mentions-in", "7"));
        await _server.RunAsModeratorAsync("settings", ("mentions-in", "8"));
        var both = await _server.RunAsModeratorAsync("settings", ("mentions-in", "7"));
        var answersBoth = (await AnswersMentionsAsync("8"), await AnswersMentionsAsync("9"));
        var one = await _server.RunAsModeratorAsync("settings", ("no-mentions-in", "8"));
        var answersOne = await AnswersMentionsAsync("8");
        var none = await _server.RunAsModeratorAsync("settings", ("no-mentions-in", "7"));

        Assert.Equal([new Block.Channel("7"), new Block.Channel("8")], both.Blocks.OfType<Block.Channel>());
        Assert.Equal((true, false), answersBoth);
        Assert.Equal([new Block.Channel("7")], one.Blocks.OfType<Block.Channel>());
        Assert.False(answersOne);
        Assert.Contains("Where I answer mentions: in every channel", none.Items());
        Assert.True(await AnswersMentionsAsync("9"));
        Assert.True(await AnswersMentionsAsync("9", server: null));
    }

    [Fact]
    public async Task Settings_TooManyChannels_AsksToRemoveOne()
    {
        for (var channel = 1; channel <= 25; channel++)
            await _server.RunAsModeratorAsync("settings", ("mentions-in", $"{channel}"));
        var tooMany = await _server.RunAsModeratorAsync("settings", ("mentions-in", "26"));
        var again = await _server.RunAsModeratorAsync("settings", ("mentions-in", "25"));
        var replaced = await _server.RunAsModeratorAsync("settings", ("mentions-in", "26"), ("no-mentions-in", "1"));

        Assert.Equal(
            ["I can answer mentions in at most 25 channels. Remove one first with no-mentions-in."],
            tooMany.Paragraphs());
        Assert.Equal(25, again.Blocks.OfType<Block.Channel>().Count());
        Assert.Equal("26", replaced.Blocks.OfType<Block.Channel>().Last().Id);
    }

    [Fact]
    public async Task Settings_Reset_RestoresTheDefaults()
    {
        await _server.RunAsModeratorAsync(
            "settings",
            ("article", "lighthouse"),
            ("answers", "asker"),
            ("answer-from", "80"),
            ("offer-from", "60"),
            ("mentions-in", "7"));
        await _server.RunAsModeratorAsync("settings", ("reset", "true"));

        Assert.Equal(new ServerSettings(), Saved);
    }

    [Fact]
    public async Task Settings_ResetWithChanges_SavesTheChanges()
    {
        await _server.RunAsModeratorAsync("settings", ("article", "lighthouse"), ("offer-from", "60"));
        await _server.RunAsModeratorAsync("settings", ("reset", "true"), ("answer-from", "50"));

        Assert.Equal(new ServerSettings { AnswerFrom = 0.5 }, Saved);
    }

    [Fact]
    public async Task Settings_ResetFalse_ResetsNothing()
    {
        await _server.RunAsModeratorAsync("settings", ("article", "lighthouse"));
        await _server.RunAsModeratorAsync("settings", ("reset", "False"));

        Assert.Equal("lighthouse", Saved!.Article);
    }

    [Theory]
    [MemberData(nameof(OtherCallers))]
    public async Task Settings_NotAModerator_ChangesNothing(Caller? caller, string expected)
    {
        var reply = await _server.RunAsync(caller, "settings", ("answers", "asker"));

        Assert.Equal([expected], reply.Paragraphs());
        Assert.True(reply.IsPrivate);
        Assert.Empty(_server.Store.Settings);
    }

    [Fact]
    public async Task Settings_StoreUnavailable_RepliesThatNothingChanged()
    {
        _server.Store.Fault = "The disk is full.";

        Assert.Equal(
            ["That didn't work: The disk is full. Nothing was changed."],
            (await _server.RunAsModeratorAsync("settings", ("answers", "asker"))).Paragraphs());
    }

    [Fact]
    public async Task Settings_InvalidAnswers_ListsTheChoices() => Assert.Equal(
        ["“nobody” isn't a valid value for answers. Choose one of these: everybody, asker."],
        (await _server.RunAsModeratorAsync("settings", ("answers", "nobody"))).Paragraphs());

    [Theory]
    [InlineData("", "harbour|lighthouse|wreck")]
    [InlineData("HO", "lighthouse")]
    [InlineData("castle", "")]
    public async Task Autocomplete_Article_ListsMatchingNames(string typed, string names) =>
        Assert.Equal(names, string.Join('|', await _server.AutocompleteAsync("settings", "article", typed)));

    private ValueTask<bool> AnswersMentionsAsync(string channel, string? server = TestServer.ServerId) =>
        _server.Bot.AnswersMentionsAsync(server, channel, TestContext.Current.CancellationToken);
}
