using PolicyBot.Discord.Tests.Support;

namespace PolicyBot.Discord.Tests.Servers;

/// <summary>What moderators settle for their server.</summary>
public abstract class SettingsTests
{
    public sealed class OverBuiltIn : SettingsTests;

    [OnDiscordNet]
    public sealed class OverDiscordNet : SettingsTests;

    private const string Question = "who signed the letter?";

    [Fact]
    public async Task Answers_ForTheAskerAlone_ArePrivateUnlessWantedOtherwise()
    {
        await using var kept = await KeptServer.StartAsync();
        Assert.False((await kept.AskAsync(Question)).IsEphemeral);

        await kept.ReadAsync("settings", ("answers", "asker"));

        Assert.True((await kept.AskAsync(Question)).IsEphemeral);
        var shown = await kept.Server.UseCommand("ask", new Dictionary<string, object> { ["question"] = Question, ["private"] = false }).ShownAsync();
        Assert.False(shown.IsEphemeral);
        // What is picked from it stays there.
        await kept.Server.Press(shown, KeptServer.Buttons(shown).Single(b => b.Label == "In context").Id).Response.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Contains("William Barr", kept.Server.Find(shown.Id)!.Description(), StringComparison.Ordinal);
        Assert.Contains("Back", KeptServer.Buttons(kept.Server.Find(shown.Id)!).Select(b => b.Label));
    }

    [Fact]
    public async Task AnswerFrom_Raised_OffersWhereItAnswered()
    {
        await using var kept = await KeptServer.StartAsync();
        const string Vague = "zuckerberg said";
        var before = await kept.AskAsync(Vague);

        await kept.ReadAsync("settings", ("answer-from", "95"), ("offer-from", "5"));

        Assert.NotEqual("Did you mean…", before.Title());
        Assert.Equal("Did you mean…", (await kept.AskAsync(Vague)).Title());
    }

    [Theory]
    [InlineData("answer-from", "29")]
    [InlineData("answer-from", "96")]
    [InlineData("answer-from", "much")]
    [InlineData("offer-from", "4")]
    public async Task Certainty_OutOfBounds_IsRefusedWithTheBounds(string name, string value)
    {
        await using var kept = await KeptServer.StartAsync();

        var answer = await kept.ReadAsync("settings", (name, value));

        Assert.Equal("answer-from is a whole number from 30 to 95, offer-from one from 5 up to that: per cents of how sure I am.", answer);
        Assert.Contains("- **How sure I must be to answer** – as the article has it", await kept.ReadAsync("settings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MentionsIn_AChannel_AreAnsweredThereAlone()
    {
        await using var kept = await KeptServer.StartAsync();
        var quiet = kept.Server.AddChannel("quiet");
        var asked = $"{kept.Bot.Mention()} {Question}";
        await kept.ReadAsync("settings", ("mentions-in", kept.Server.Channel));

        kept.Server.SendMessage(asked, quiet);
        kept.Server.SendMessage(asked, kept.Server.Channel);
        await kept.Bot.PostedAsync();
        await kept.ReadAsync("settings", ("no-mentions-in", kept.Server.Channel));
        kept.Server.SendMessage(asked, quiet);
        await kept.Bot.PostedAsync(2);

        Assert.Equal(2, kept.Server.Messages(kept.Server.Channel).Count);
        Assert.Equal(3, kept.Server.Messages(quiet).Count);
    }

    [Fact]
    public async Task Settings_AfterARestartAndInASecondBot_Hold()
    {
        await using var kept = await KeptServer.StartAsync();
        await kept.AskAsync(Question);
        var first = kept.Bot;
        await kept.StartBotAsync();
        await kept.ReadAsync("settings", ("answers", "asker"));

        // Both are asked; each has it within a minute.
        kept.Clock.Advance(TimeSpan.FromSeconds(61));
        await kept.AskAsync(Question);
        await first.FinishAsync();
        await kept.RestartAsync();

        Assert.True((await kept.AskAsync(Question)).IsEphemeral);
        Assert.Contains("only whoever asks", await kept.ReadAsync("settings"), StringComparison.Ordinal);
        Assert.Contains("everybody", await kept.ReadAsync("settings", ("reset", true)), StringComparison.Ordinal);
        Assert.False((await kept.AskAsync(Question)).IsEphemeral);
    }

    [Fact]
    public async Task Article_NotThere_IsRefusedWithThoseThatAre()
    {
        await using var kept = await KeptServer.StartAsync();

        Assert.Equal("I have no article “moon”. These are there: facebook-encryption.", await kept.ReadAsync("settings", ("article", "moon")));
        Assert.Equal([("facebook-encryption", "facebook-encryption")], await kept.Bot.OfferedAsync("settings", "article", "FACE", user: kept.Moderator));
    }
}
