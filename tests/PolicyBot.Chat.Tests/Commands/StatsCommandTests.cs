using NodaTime;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Tests.Support;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Tests.Commands;

public sealed class StatsCommandTests : IDisposable
{
    private readonly TestServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Stats_NothingAsked_SaysSo()
    {
        var reply = await _server.RunAsModeratorAsync("stats");

        Assert.Equal("Asked here in the last 30 days", reply.Title);
        Assert.Equal(["Nobody asked anything here during that time."], reply.Paragraphs());
        Assert.Empty(reply.Items());
        Assert.True(reply.IsPrivate);
    }

    [Fact]
    public async Task Stats_OneQuestion_IsCountedBeforeItIsFlushed()
    {
        _server.Clock.AutoAdvance = Duration.FromMilliseconds(3);
        await _server.AskAsync("when?");
        var reply = await _server.RunAsModeratorAsync("stats");

        Assert.Equal(
            [
                "Asked: 1",
                "Answered: 1 (100%)",
                "Offered a choice: 0 (0%); 0 answers were chosen from buttons and menus",
                "No prepared answer: 0 (0%)",
                "Refused: 0 (0%); 0 not in the article, 0 not understood",
                "Feedback: 0 👍, 0 👎",
                "Tue, 10 Mar: 1 asked, 1 answered, 0 without a prepared answer, 0 refused; 0 👍, 0 👎",
                $"{Sample.When.Question}: shown once; 0 👍, 0 👎",
            ],
            reply.Items());
        Assert.Equal([null, "By day", "By question"], Headings(reply));
    }

    [Fact]
    public async Task Stats_Several_AddUpInTotalByDayAndByQuestion()
    {
        Count("when", UsageKind.Answered, 2);
        await NextDayAsync();
        Count("when", UsageKind.Answered);
        Count("who", UsageKind.Picked, 3);
        Count("", UsageKind.Offered, 2);
        Count("", UsageKind.NotInArticle, 2);
        Count("", UsageKind.NoPreparedAnswer, 2);
        Count("", UsageKind.NotUnderstood);
        Count("when", UsageKind.Helpful, 2);
        Count("when", UsageKind.NotHelpful);
        var reply = await _server.RunAsModeratorAsync("stats", ("days", "7"));

        Assert.Equal("Asked here in the last 7 days", reply.Title);
        Assert.Equal(
            [
                "Asked: 10",
                "Answered: 3 (30%)",
                "Offered a choice: 2 (20%); 3 answers were chosen from buttons and menus",
                "No prepared answer: 2 (20%)",
                "Refused: 3 (30%); 2 not in the article, 1 not understood",
                "Feedback: 2 👍, 1 👎",
                "Wed, 11 Mar: 8 asked, 1 answered, 2 without a prepared answer, 3 refused; 2 👍, 1 👎",
                "Tue, 10 Mar: 2 asked, 2 answered, 0 without a prepared answer, 0 refused; 0 👍, 0 👎",
                $"{Sample.When.Question}: shown 3 times; 2 👍, 1 👎",
                $"{Sample.Who.Question}: shown 3 times; 0 👍, 0 👎",
            ],
            reply.Items());
    }

    [Fact]
    public async Task Stats_ManyDays_SumUpTheOldest()
    {
        for (var day = 0; day < 16; day++)
        {
            Count("when", UsageKind.Answered);
            await NextDayAsync();
        }

        var reply = await _server.RunAsModeratorAsync("stats", ("days", "365"));
        var days = reply.Blocks.OfType<Block.List>().Single(l => l.Heading == "By day").Items;

        Assert.Equal(15, days.Count);
        Assert.Equal("Wed, 25 Mar", days[0].Term);
        Assert.Equal(
            new ListItem("2 asked, 2 answered, 0 without a prepared answer, 0 refused; 0 👍, 0 👎", "Earlier"),
            days[^1]);
    }

    [Theory]
    [InlineData("1", 0, true)]
    [InlineData("1", 1, false)]
    [InlineData("2", 1, true)]
    [InlineData("2", 2, false)]
    public async Task Stats_Days_AreWholeOnesWithToday(string days, int daysAgo, bool isCounted)
    {
        _server.Clock.Reset(Instant.FromUtc(2026, 3, 10, 0, 0));
        Count("when", UsageKind.Answered);
        await _server.CountedAsync();
        _server.Clock.Reset(Instant.FromUtc(2026, 3, 10, 23, 59) + Duration.FromDays(daysAgo));
        var reply = await _server.RunAsModeratorAsync("stats", ("days", days));

        Assert.Equal(days == "1" ? "Asked here today" : "Asked here in the last 2 days", reply.Title);
        Assert.Equal(isCounted, reply.Items().Contains("Asked: 1"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("366")]
    [InlineData("-1")]
    [InlineData("7.5")]
    [InlineData("a week")]
    [InlineData("99999999999")]
    public async Task Stats_InvalidDays_SaysTheRange(string days) =>
        Assert.Equal(
            [$"“{days}” isn't a number of days. Use one from 1 to 365."],
            (await _server.RunAsModeratorAsync("stats", ("days", days))).Paragraphs());

    [Fact]
    public async Task Stats_EntriesOfAnotherArticleOrRemoved_CountOnlyInTotal()
    {
        Count("gone", UsageKind.Answered);
        _server.Usage.Count(TestServer.ServerId, "castle", "when", UsageKind.Answered);
        var reply = await _server.RunAsModeratorAsync("stats");

        Assert.Contains("Asked: 2", reply.Items());
        Assert.DoesNotContain("By question", Headings(reply));
    }

    [Fact]
    public async Task Stats_OnlyVotes_HaveNoShares()
    {
        Count("when", UsageKind.Helpful);

        Assert.Contains("Answered: 0", (await _server.RunAsModeratorAsync("stats")).Items());
    }

    [Fact]
    public async Task Stats_VoteChangedOnALaterDay_IsNeverNegative()
    {
        var answer = await _server.AskAsync("when?");
        await _server.ChooseAsync(answer, "👍");
        await NextDayAsync();
        await _server.ChooseAsync(answer, "👎");
        var today = await _server.RunAsModeratorAsync("stats", ("days", "1"));
        var both = await _server.RunAsModeratorAsync("stats", ("days", "2"));

        Assert.Contains("Feedback: 0 👍, 1 👎", today.Items());
        Assert.Contains("Feedback: 0 👍, 1 👎", both.Items());
        Assert.Contains(
            "Wed, 11 Mar: 0 asked, 0 answered, 0 without a prepared answer, 0 refused; 0 👍, 1 👎", both.Items());
        Assert.Contains(
            "Tue, 10 Mar: 1 asked, 1 answered, 0 without a prepared answer, 0 refused; 1 👍, 0 👎", both.Items());
    }

    [Fact]
    public async Task Stats_OtherServer_IsNotCounted()
    {
        _server.Usage.Count("server 2", Sample.Set.Name, "when", UsageKind.Answered);

        Assert.Equal(
            ["Nobody asked anything here during that time."],
            (await _server.RunAsModeratorAsync("stats")).Paragraphs());
    }

    [Fact]
    public async Task Stats_NotAModerator_SaysSo() => Assert.Equal(
        [TestServer.Refusal("stats")],
        (await _server.RunAsync(TestServer.Member, "stats")).Paragraphs());

    [Fact]
    public async Task Stats_InDirectMessages_SaysSo() => Assert.Equal(
        ["Use this command in a server that has added me."],
        (await _server.RunAsync(TestServer.InDirectMessages, "stats")).Paragraphs());

    [Fact]
    public async Task Stats_StoreUnavailable_SaysSo()
    {
        _server.Store.Fault = "The disk is full.";

        Assert.Equal(
            ["That didn't work: The disk is full. Nothing was changed."],
            (await _server.RunAsModeratorAsync("stats")).Paragraphs());
    }

    private static IEnumerable<string?> Headings(Reply reply) =>
        reply.Blocks.OfType<Block.List>().Select(l => l.Heading);

    private void Count(string entry, UsageKind kind, int count = 1) =>
        _server.Usage.Count(TestServer.ServerId, Sample.Set.Name, entry, kind, count);

    private async Task NextDayAsync()
    {
        await _server.CountedAsync();
        _server.Clock.AdvanceDays(1);
    }
}
