using System.Text.RegularExpressions;
using NodaTime;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.DailyPosts;

/// <summary>The daily post as the members of a server see it.</summary>
public abstract partial class DailyPostTests
{
    public sealed class OverBuiltIn : DailyPostTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : DailyPostTests;
#endif

    private static readonly Instant FirstDue = DailyServer.FirstDue;
    private static readonly Duration Day = Duration.FromDays(1);

    [Fact]
    public async Task Post_Due_IsSentOnceAndAgainNextDay()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();

        var first = await daily.PostedAtAsync(FirstDue, 1);
        await daily.PassMinutesAsync(5);
        Assert.Single(daily.Posts);
        var second = await daily.PostedAtAsync(FirstDue + Day, 2);
        await daily.PassMinutesAsync(5);

        Assert.Equal(2, daily.Posts.Count);
        Assert.Equal(
            "Today from “Attorney General Pressures Facebook To Delay End-To-End Encryption, Citing Child Abuse "
                + "Concerns”",
            first.Title());
        Assert.StartsWith("From “", first.Footer(), StringComparison.Ordinal);
        Assert.Empty(first.Pings);
        Assert.NotEqual(Point(first), Point(second));
        Assert.NotEqual(Quote(first), Quote(second));
        Assert.NotEqual(Question(first), Question(second));
        daily.Bot.AssertNothingIsWrong();
    }

    [Theory]
    [InlineData(
        "full",
        "Today from “Attorney General Pressures Facebook To Delay End-To-End Encryption, Citing Child Abuse Concerns”",
        true, true)]
    [InlineData(
        "brief",
        "Today from “Attorney General Pressures Facebook To Delay End-To-End Encryption, Citing Child Abuse Concerns”",
        true, false)]
    [InlineData(
        "quote",
        "Quote of the day from “Attorney General Pressures Facebook To Delay End-To-End Encryption, Citing Child Abuse "
            + "Concerns”",
        false, false)]
    public async Task Post_EachContent_HasOnlyItsParts(string content, string title, bool hasPoint, bool hasQuestion)
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync(content: content);

        var post = await daily.PostedAtAsync(FirstDue, 1);

        Assert.Equal(title, post.Title());
        Assert.Equal((hasPoint, hasQuestion), (Point(post) is not null, Question(post) is not null));
        Assert.Contains("> ", post.Description(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("full", true)]
    [InlineData("brief", false)]
    public async Task Post_AfterQuestions_ShowsAskedCountsIfFull(string content, bool isTold)
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync(content: content);
        await AskAsync(daily, "When was the draft published?");
        var first = await daily.PostedAtAsync(FirstDue, 1);
        await AskAsync(daily, "Who signed the letter?");
        await AskAsync(daily, "Who signed the letter?");
        await AskAsync(daily, "How do I bake bread?");

        var second = await daily.PostedAtAsync(FirstDue + Day, 2);
        var third = await daily.PostedAtAsync(FirstDue + Day + Day, 3);

        const string Told =
            "-# Since the last post, you've asked me 3 questions here; I couldn't answer 1. Asked most often: “Who "
                + "signed the letter?”";
        Assert.Equal(isTold, second.Description().EndsWith(Told, StringComparison.Ordinal));
        Assert.DoesNotContain(
            new[] { first, third }, p => p.Description().Contains("Since the last post", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_ButtonPressed_AnswersPrivately()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        var post = await daily.PostedAtAsync(FirstDue, 1);

        var answer = await PressAsync(daily, post, "The answer");
        var summary = await PressAsync(daily, post, "Full summary");
        var context = await PressAsync(daily, post, "In context");

        Assert.Equal(Question(post), answer.Title());
        Assert.Contains(Point(post)!, summary.Description(), StringComparison.Ordinal);
        Assert.Contains(Quote(post)!, context.Description(), StringComparison.Ordinal);
        Assert.All([answer, summary, context], m => Assert.True(m.IsEphemeral));
        Assert.Equal(post.Json.ToJsonString(), Assert.Single(daily.Posts).Json.ToJsonString());
    }

    [Fact]
    public async Task Post_ManyDays_RepeatsNothingUntilAllWasShown()
    {
        const int Days = 50;
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();

        var (due, posts) = (FirstDue, new List<SentMessage>());
        for (var day = 0; posts.Count < Days; day++, due += Day)
        {
            if (day == 3) await daily.UseAsync("pause");
            if (day == 6) await daily.UseAsync("resume");
            if (day == 9) await daily.UseAsync("skip-next");
            // From the end of March on, London is an hour ahead.
            var at = due >= Instant.FromUtc(2026, 3, 29, 0, 0) ? due - Duration.FromHours(1) : due;
            if (day is (>= 3 and < 6) or 9) await daily.GoToAsync(at);
            else posts.Add(await daily.PostedAtAsync(at, posts.Count + 1));
        }

        Assert.Equal(Days, daily.Posts.Count);
        Assert.All(new[] { posts.Select(Point), posts.Select(Quote), posts.Select(Question) }, AssertRepeatsLate);
    }

    // Nothing repeats until everything was shown; then it repeats in the same order.
    private static void AssertRepeatsLate(IEnumerable<string?> shown)
    {
        var all = shown.ToList();
        var different = all.Distinct().Count();
        Assert.InRange(different, 10, all.Count - 1);
        Assert.Equal(different, all.Take(different).Distinct().Count());
        Assert.Equal(all.Take(all.Count - different), all.Skip(different));
    }

    private static async Task AskAsync(DailyServer daily, string question) =>
        await daily.Bot.Use("ask", "question", question).GetMessageAsync();

    private static Task<SentMessage> PressAsync(DailyServer daily, SentMessage post, string label)
    {
        var button = post.Json["components"]!.AsArray()
            .SelectMany(r => r!["components"]!.AsArray())
            .Single(c => (string)c!["label"]! == label)!;
        return daily.Server.Press(post, (string)button["custom_id"]!).GetMessageAsync();
    }

    private static string? Point(SentMessage post) => Find(PointPattern(), post);

    private static string? Quote(SentMessage post) => Find(QuotePattern(), post);

    private static string? Question(SentMessage post) => Find(QuestionPattern(), post);

    private static string? Find(Regex pattern, SentMessage post) =>
        pattern.Match(post.Description()) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"\*\*Point of the day(?::\*\* |\*\*\n+> )(.+)")]
    private static partial Regex PointPattern();

    [GeneratedRegex(@"\*\*Quote of the day\*\*\n+> (.+)")]
    private static partial Regex QuotePattern();

    [GeneratedRegex(@"\*\*Question of the day:\*\* (.+)")]
    private static partial Regex QuestionPattern();
}
