using System.Globalization;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Servers;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Ask;

/// <summary>Members say whether an answer helped them.</summary>
public abstract class FeedbackTests
{
    public sealed class OverBuiltIn : FeedbackTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : FeedbackTests;
#endif

    private const string Yes = "👍";
    private const string No = "👎";

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Vote_UnderAnAnswer_IsThankedForPrivatelyAndKeepsTheAnswer(bool isPrivate, bool isAnother)
    {
        await using var deployment = await Deployment.CreateAsync();
        await using var bot = await deployment.StartAsync();
        var answer = await bot.AskAsync(SampleQuestions.Answered, isPrivate: isPrivate);

        var thanks = await bot.PressAsync(answer, Yes, isAnother ? bot.Server.AddUser("grace") : null);

        thanks.AssertSays("Thanks, good to know.");
        Assert.True(thanks.IsEphemeral);
        Assert.NotEqual(answer.Id, thanks.Id);
        Assert.Empty(thanks.Labels());
        Assert.Equal(answer.Json.ToJsonString(), bot.Server.FindMessage(answer.Id)!.Json.ToJsonString());
        (await bot.ManageAsync(deployment.Moderator, "stats")).AssertSays("1 👍, 0 👎", "1 👍, 0 👎");
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task Vote_ChangedBySeveralUsers_CountsEachUserOnce()
    {
        await using var deployment = await Deployment.CreateAsync();
        await using var bot = await deployment.StartAsync();
        var answer = await bot.AskAsync(SampleQuestions.Answered);
        var grace = bot.Server.AddUser("grace");

        foreach (var (user, vote) in ((DiscordUser?, string)[])[(null, Yes), (grace, Yes), (grace, No), (null, Yes)])
            await bot.PressAsync(answer, vote, user);

        (await bot.ManageAsync(deployment.Moderator, "stats")).AssertSays("1 👍, 1 👎");
    }

    [Fact]
    public async Task Vote_NotHelpful_ListsTheQuestionForModerators()
    {
        await using var deployment = await Deployment.CreateAsync();
        await using var bot = await deployment.StartAsync();

        await bot.PressAsync(await bot.AskAsync(SampleQuestions.Answered), No);

        (await bot.ManageAsync(deployment.Moderator, "questions unanswered")).AssertSays(
            SampleQuestions.Answered, "answered, but not helpful, asked once");
    }

    [Fact]
    public async Task Vote_SameAfterARestart_CountsOnce()
    {
        await using var deployment = await Deployment.CreateAsync();
        SentMessage answer;
        await using (var bot = await deployment.StartAsync())
        {
            answer = await bot.AskAsync(SampleQuestions.Answered);
            await bot.PressAsync(answer, Yes);
        }

        await using var again = await deployment.StartAsync();
        (await again.PressAsync(answer, Yes)).AssertSays("I've already counted your vote.");
        (await again.ManageAsync(deployment.Moderator, "stats")).AssertSays("1 👍, 0 👎");
        await again.PressAsync(answer, No);

        (await again.ManageAsync(deployment.Moderator, "stats")).AssertSays("0 👍, 1 👎");
        Assert.False(deployment.Holds(again.Server.User.Id.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Vote_MoreThanThirtyDaysLater_CountsAgain()
    {
        await using var deployment = await Deployment.CreateAsync();
        SentMessage answer;
        await using (var bot = await deployment.StartAsync())
        {
            answer = await bot.AskAsync(SampleQuestions.Answered);
            await bot.PressAsync(answer, Yes);
        }

        deployment.Clock.Advance(TimeSpan.FromDays(31));
        await using var again = await deployment.StartAsync();
        await again.WaitForHousekeepingAsync();

        (await again.PressAsync(answer, Yes)).AssertSays("Thanks, good to know.");
    }

    // The asker chooses another question than the one that was answered.
    [Fact]
    public async Task Choice_AfterAVote_IsASuggestionForModerators()
    {
        await using var deployment = await Deployment.CreateAsync();
        await using var bot = await deployment.StartAsync();
        var answer = await bot.AskAsync(SampleQuestions.Answered);
        await bot.PressAsync(answer, No);

        await bot.PressAsync(answer, "Which U.S. officials signed the letter?", bot.Server.AddUser("grace"));
        var before = await bot.ManageAsync(deployment.Moderator, "questions unanswered");
        await bot.PressAsync(answer, "Which U.S. officials signed the letter?");
        var after = await bot.ManageAsync(deployment.Moderator, "questions unanswered");

        Assert.DoesNotContain("picked", before.Text(), StringComparison.Ordinal);
        after.AssertSays("a member picked “Which U.S. officials signed the letter?” for it");
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task Choice_AfterAMention_IsASuggestionForModerators()
    {
        await using var deployment = await Deployment.CreateAsync();
        await using var bot = await deployment.StartAsync();
        bot.Server.SendMessage($"{bot.Mention()} {SampleQuestions.Offered}");
        var offered = await bot.WaitForPostAsync();

        var chosen = offered.Labels()[0];
        await bot.PressAsync(offered, chosen);

        (await bot.ManageAsync(deployment.Moderator, "questions unanswered"))
            .AssertSays(SampleQuestions.Offered, "offered a choice, asked once", $"a member picked “{chosen}” for it");
    }

    [Fact]
    public async Task Vote_AfterARestart_Counts()
    {
        await using var deployment = await Deployment.CreateAsync();
        SentMessage answer;
        await using (var bot = await deployment.StartAsync()) answer = await bot.AskAsync(SampleQuestions.Answered);

        await using var again = await deployment.StartAsync();
        var thanks = await again.PressAsync(answer, No);

        thanks.AssertSays("Thanks. The moderators will see");
        (await again.ManageAsync(deployment.Moderator, "stats")).AssertSays("0 👍, 1 👎");
        Assert.Empty(again.Violations);
    }

    [Fact]
    public async Task Vote_UnderTheAnswerToAMention_Counts()
    {
        await using var deployment = await Deployment.CreateAsync();
        await using var bot = await deployment.StartAsync();
        bot.Server.SendMessage($"{bot.Mention()} {SampleQuestions.Answered}");
        var answer = await bot.WaitForPostAsync();

        var thanks = await bot.PressAsync(answer, Yes);

        Assert.True(thanks.IsEphemeral);
        (await bot.ManageAsync(deployment.Moderator, "stats")).AssertSays("1 👍");
    }

    [Fact]
    public async Task Answer_OutsideTheBotsServers_HasNoVotesAndIsNotCounted()
    {
        await using var deployment = await Deployment.CreateAsync();
        await using var bot = await deployment.StartAsync();
        var direct = bot.Server.GetDirectMessages(bot.Server.User);

        var answers = new[] { await bot.AskAsync(SampleQuestions.Answered, direct), await bot.AskAsync(
            SampleQuestions.Answered, bot.Server.Channel with { IsOnlyUserInstalled = true }) };
        await bot.AskAsync(SampleQuestions.NotInArticle, direct);
        await bot.AskAsync(SampleQuestions.NotInArticle, bot.Server.Channel with { IsOnlyUserInstalled = true });

        Assert.All(answers, a => Assert.DoesNotContain(Yes, a.Labels()));
        (await bot.ManageAsync(deployment.Moderator, "stats"))
            .AssertSays("Nobody asked anything here during that time.");
        (await bot.ManageAsync(deployment.Moderator, "questions unanswered")).AssertSays(
            "There are no unanswered questions.");
        await bot.FinishAsync();
        Assert.False(deployment.Holds(SampleQuestions.NotInArticle));
    }
}
