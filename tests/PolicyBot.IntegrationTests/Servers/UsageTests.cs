using System.Globalization;
using System.Text;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Servers;

/// <summary>Questions are counted, and the counts survive restarts.</summary>
public abstract class UsageTests
{
    public sealed class OverBuiltIn : UsageTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : UsageTests;
#endif

    private const string List = "questions unanswered";

    [Fact]
    public async Task Stats_AcrossDaysAndRestarts_CountEverything()
    {
        await using var deployment = await Deployment.CreateAsync(guilds: 2);
        await using (var bot = await deployment.StartAsync())
        {
            await bot.AskAsync(SampleQuestions.Answered);
            await bot.AskAsync(SampleQuestions.NotInArticle);
        }

        deployment.Clock.Advance(TimeSpan.FromDays(1));
        await using var again = await deployment.StartAsync();
        await again.AskAsync(SampleQuestions.Answered);
        await again.AskAsync(SampleQuestions.NotUnderstood);
        var offered = await again.AskAsync(SampleQuestions.Offered);
        await again.PressAsync(offered, offered.Labels()[0]);
        await again.AskAsync("elsewhere", again.Server.AddChannel("others", again.Server.Guilds[1]));

        var stats = await again.ManageAsync(deployment.Moderator, "stats");
        Assert.True(stats.IsEphemeral);
        stats.AssertSays(
            "Asked here in the last 30 days", "5", "2 (40%)", "1 (20%); 1 answer was chosen",
            "2 (40%); 1 not in the article, 1 not understood",
            "2 asked, 1 answered, 0 without a prepared answer, 1 refused",
            "3 asked, 1 answered, 0 without a prepared answer, 1 refused",
            "shown 2 times", "shown once");
        (await again.ManageAsync(deployment.Moderator, "stats", ("days", "1"))).AssertSays(
            "Asked here today", "1 (33%)");
        Assert.Empty(again.Violations);
    }

    // Counts are kept even if the bot is killed.
    [Fact]
    public async Task Counts_AfterAFewSeconds_AreInTheDatabase()
    {
        await using var deployment = await Deployment.CreateAsync();
        await using var bot = await deployment.StartAsync();
        await bot.WaitForHousekeepingAsync();
        await bot.AskAsync(SampleQuestions.Answered);
        await bot.AskAsync(SampleQuestions.Answered);
        Assert.Equal(0, await deployment.RowsAsync("usage", deployment.Server.Guild));

        await bot.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(5));

        // There is no event for the write.
        using var over = new CancellationTokenSource(TestGuard.Timeout);
        while (await deployment.RowsAsync("usage", deployment.Server.Guild) == 0)
            Assert.False(over.IsCancellationRequested);
        Assert.Equal(1, await deployment.RowsAsync("usage", deployment.Server.Guild));
    }

    [Fact]
    public async Task Unanswered_Dismissed_StaysDismissedAfterRestartsAndRepeats()
    {
        await using var deployment = await Deployment.CreateAsync();
        await using (var bot = await deployment.StartAsync())
        {
            await bot.AskAsync(SampleQuestions.NotInArticle);
            await bot.AskAsync(SampleQuestions.NotUnderstood);
            var list = await bot.ManageAsync(deployment.Moderator, List);
            list.AssertSays(SampleQuestions.NotInArticle, SampleQuestions.NotUnderstood);
            var left = await bot.PressAsync(list, SampleQuestions.NotInArticle);
            left.AssertSays("Dismissed: “" + SampleQuestions.NotInArticle);
            Assert.Equal([SampleQuestions.NotUnderstood], left.Labels());
            Assert.Equal(
                [SampleQuestions.NotUnderstood],
                (await bot.AutocompleteAsync("questions dismiss", "question", "", user: deployment.Moderator)).Select(
                    o => o.Label));
        }

        await using var again = await deployment.StartAsync();
        await again.AskAsync(SampleQuestions.NotInArticle);
        var after = await again.ManageAsync(deployment.Moderator, List);

        Assert.Equal([SampleQuestions.NotUnderstood], after.Labels());
        Assert.DoesNotContain("Apple", after.Text(), StringComparison.Ordinal);
        Assert.Empty(again.Violations);
    }

    // Longer than a menu's labels, and with Markdown.
    [Fact]
    public async Task Unanswered_LongQuestionWithMarkdown_IsShownLiterallyAndCanBeDismissed()
    {
        await using var deployment = await Deployment.CreateAsync();
        await using var bot = await deployment.StartAsync();
        await bot.AskAsync(
            $"**did** `Google` <@{bot.Server.User.Id}> [sign](https://example.org) "
                + $"{string.Concat(Enumerable.Repeat("the letter 😀 ", 40))}?");

        var list = await bot.ManageAsync(deployment.Moderator, List);
        list.AssertSays(@"\*\*did\*\*", "@somebody");
        Assert.DoesNotContain($"{bot.Server.User.Id}", list.Text(), StringComparison.Ordinal);
        var left = await bot.PressAsync(list, Assert.Single(list.Labels()));

        left.AssertSays("There are no unanswered questions.");
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task Unanswered_Many_AreSplitIntoPages()
    {
        await using var deployment = await Deployment.CreateAsync();
        await using var bot = await deployment.StartAsync();
        string[] questions =
        [
            "did Google sign the letter?", "what does Apple think of it?", "who is the CEO of Twitter?",
            "how old is Mark Zuckerberg?", "is Signal safe?", "what did Trump say?",
            "how much is Facebook stock?", "does TikTok encrypt?", "who won the election?",
            "what is the capital of France?", "can I buy shares?", "will it rain tomorrow?",
        ];
        foreach (var question in questions) await bot.AskAsync(question);

        var first = await bot.ManageAsync(deployment.Moderator, List);
        var second = await bot.PressAsync(first, "Next");

        first.AssertSays("Unanswered questions (1 of 2)");
        second.AssertSays("Unanswered questions (2 of 2)");
        Assert.Equal(questions.Order(), first.Labels().Concat(second.Labels()).Except(["Next", "Previous"]).Order());
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task Export_Questions_AreAPrivateTableWithoutFormulas()
    {
        await using var deployment = await Deployment.CreateAsync();
        await using var bot = await deployment.StartAsync();
        await bot.AskAsync("=HYPERLINK(\"x\") asdf");
        await bot.AskAsync(SampleQuestions.NotInArticle);
        await bot.AskAsync(SampleQuestions.NotInArticle);

        var reply = await bot.ManageAsync(deployment.Moderator, "questions export");

        Assert.True(reply.IsEphemeral);
        reply.AssertSays("The file lists all 2 questions", "I don't store who asked.");
        var today = bot.Clock.GetUtcNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        Assert.Equal(
            [
                """
                "Question","Article","Outcome","Times asked","First asked (UTC)","Last asked (UTC)","Suggested entry"
                """,
                $"""
                "{SampleQuestions.NotInArticle}","facebook-encryption","not in the article","2","{today}","{today}",""
                """,
                $"""
                "'=HYPERLINK(""x"") asdf","facebook-encryption","no prepared answer","1","{today}","{today}",""
                """,
            ],
            ReadTable(reply, "questions.csv"));
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task Export_NothingAsked_SaysSoWithoutAFile()
    {
        await using var deployment = await Deployment.CreateAsync();
        await using var bot = await deployment.StartAsync();

        var questions = await bot.ManageAsync(deployment.Moderator, "questions export");
        var stats = await bot.ManageAsync(deployment.Moderator, "stats", ("export", true));

        questions.AssertSays("There are no unanswered questions.");
        stats.AssertSays("Nobody asked anything here during that time.");
        Assert.Empty(questions.Stored.Body.Attachments);
        Assert.Empty(stats.Stored.Body.Attachments);
    }

    [Fact]
    public async Task Export_Stats_AreAPrivateTable()
    {
        await using var deployment = await Deployment.CreateAsync();
        await using var bot = await deployment.StartAsync();
        var answer = await bot.AskAsync(SampleQuestions.Answered);
        await bot.PressAsync(answer, "👍");
        await bot.AskAsync(SampleQuestions.Answered);
        await bot.AskAsync(SampleQuestions.NotInArticle);
        await bot.AskAsync(SampleQuestions.Offered);

        var reply = await bot.ManageAsync(deployment.Moderator, "stats", ("export", true), ("days", "7"));

        Assert.True(reply.IsEphemeral);
        reply.AssertSays("Asked here in the last 7 days");
        Assert.Equal(
            [
                "\"Article\",\"Entry\",\"Answered\",\"Chosen from suggestions\",\"Rated helpful\","
                    + "\"Rated not helpful\",\"Offered a choice\",\"No prepared answer\",\"Not in the article\","
                    + "\"Not understood\"",
                "\"facebook-encryption\",\"\",\"0\",\"0\",\"0\",\"0\",\"1\",\"0\",\"1\",\"0\"",
                "\"facebook-encryption\",\"letter-signers\",\"2\",\"0\",\"1\",\"0\",\"0\",\"0\",\"0\",\"0\"",
            ],
            ReadTable(reply, "stats.csv"));
    }

    [Fact]
    public async Task Unanswered_OlderThanRetention_IsDeletedButCounted()
    {
        await using var deployment = await Deployment.CreateAsync();
        await using (var bot = await deployment.StartAsync()) await bot.AskAsync(SampleQuestions.NotInArticle);
        Assert.True(deployment.Holds(SampleQuestions.NotInArticle));

        deployment.Clock.Advance(TimeSpan.FromDays(31));
        await using var again = await deployment.StartAsync();
        await again.WaitForHousekeepingAsync();

        (await again.ManageAsync(deployment.Moderator, List)).AssertSays(
            "There are no unanswered questions.");
        (await again.ManageAsync(deployment.Moderator, "stats", ("days", "60"))).AssertSays(
            "1 asked, 0 answered, 0 without a prepared answer, 1 refused");
    }

    [Fact]
    public async Task Unanswered_ExpiredWhileRunning_IsDeleted()
    {
        await using var deployment = await Deployment.CreateAsync();
        deployment.Configure = o => o.Privacy.Retention = TimeSpan.FromDays(2);
        await using var bot = await deployment.StartAsync();
        await bot.AskAsync(SampleQuestions.NotInArticle);
        await bot.WaitForHousekeepingAsync();
        var list = await bot.ManageAsync(deployment.Moderator, List);
        list.AssertSays(SampleQuestions.NotInArticle, "for 2 days after it was last asked");

        bot.Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromSeconds(1));
        await bot.WaitForHousekeepingAsync();

        (await bot.ManageAsync(deployment.Moderator, List)).AssertSays(
            "There are no unanswered questions.");
        // The menu is still displayed.
        (await bot.PressAsync(list, SampleQuestions.NotInArticle))
            .AssertSays("That question isn't on the list any more.");
    }

    [Fact]
    public async Task Questions_KeepingDisabled_AreNotStoredAndRepliesSaySo()
    {
        await using var deployment = await Deployment.CreateAsync();
        deployment.Configure = o => o.Privacy.KeepQuestions = false;
        await using (var bot = await deployment.StartAsync())
        {
            await bot.AskAsync(SampleQuestions.NotInArticle);
            (await bot.ManageAsync(deployment.Moderator, List)).AssertSays(
                "I don't keep questions: the person who runs me has turned that off.");
            (await bot.Server.UseCommand("privacy").GetMessageAsync()).AssertSays("no text at all");
            (await bot.ManageAsync(deployment.Moderator, "stats")).AssertSays("1 not in the article");
        }

        Assert.False(deployment.Holds("delay its encryption"));
    }

    private static string[] ReadTable(SentMessage message, string name)
    {
        var file = Assert.Single(message.Stored.Body.Attachments);
        Assert.Equal((name, "text/csv"), (file.FileName, file.ContentType));
        return Encoding.UTF8.GetString(file.Content).TrimStart('\uFEFF').TrimEnd().Split("\r\n");
    }
}
