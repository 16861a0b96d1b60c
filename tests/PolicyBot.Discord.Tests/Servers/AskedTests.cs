using PolicyBot.Discord.Tests.Support;

namespace PolicyBot.Discord.Tests.Servers;

/// <summary>What moderators are told of what was asked.</summary>
public abstract class AskedTests
{
    public sealed class OverBuiltIn : AskedTests;

    [OnDiscordNet]
    public sealed class OverDiscordNet : AskedTests;

    private const string Answered = "who signed the letter?";
    private const string Refused = "did Facebook agree to delay its encryption?";
    private const string None = "There is nothing that I could not answer.";

    [Fact]
    public async Task Stats_OfEachOutcome_AreThereAfterARestart()
    {
        await using var kept = await KeptServer.StartAsync();
        foreach (var question in new[] { Answered, Answered, Refused, "tell me about encryption", "asdf qwer" }) await kept.AskAsync(question);
        await kept.RestartAsync();

        var stats = await kept.ReadAsync("stats");

        Assert.Contains("- **Asked** – 5\n- **Answered** – 2 (40 %)\n- **Offered a choice** – 1 (20 %)", stats, StringComparison.Ordinal);
        Assert.Contains("- **Refused** – 2 (40 %); 1 not in the article, 1 not understood", stats, StringComparison.Ordinal);
        Assert.Contains("- **Sun, 1 Mar** – 5 asked, 2 answered, 2 refused", stats, StringComparison.Ordinal);
        Assert.Contains("- **Who signed the letter?** – shown 2 times", stats, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stats_OfTheLastDays_LeaveOlderOnesOut()
    {
        await using var kept = await KeptServer.StartAsync();
        await kept.AskAsync(Answered);
        // Written down by then.
        await kept.RestartAsync();
        kept.Clock.Advance(TimeSpan.FromDays(10));
        await kept.AskAsync(Refused);

        Assert.Contains("- **Asked** – 1\n", await kept.ReadAsync("stats", ("days", "7")), StringComparison.Ordinal);
        Assert.Contains("- **Asked** – 2\n", await kept.ReadAsync("stats"), StringComparison.Ordinal);
        Assert.Equal("“0” is no number of days. Write one from 1 to 365.", await kept.ReadAsync("stats", ("days", "0")));
    }

    [Fact]
    public async Task Unanswered_AskedAlike_AreOneAndCanBeDismissed()
    {
        await using var kept = await KeptServer.StartAsync();
        foreach (var question in new[] { Refused, "Did Facebook agree to delay the encryption", "what did apple say of it?" }) await kept.AskAsync(question);
        await kept.PressAsync(await kept.AskAsync("who singed the letter"), "Not helpful");

        var list = await kept.ManageAsync("questions unanswered");
        Assert.True(list.IsEphemeral);
        Assert.Contains("not in the article, asked 2 times, last on 1 Mar 2026; also", list.Description(), StringComparison.Ordinal);
        Assert.Contains("- **who singed the letter** – answered, but not helpful, asked once", list.Description(), StringComparison.Ordinal);

        var dismiss = KeptServer.Buttons(list).First(b => b.Label.Contains("encryption", StringComparison.Ordinal));
        var after = await kept.PressAsync(list, dismiss.Label, kept.Moderator);
        Assert.DoesNotContain("- **" + dismiss.Label, after.Description(), StringComparison.Ordinal);
        Assert.Contains($"Dismissed: “{dismiss.Label}”", after.Description(), StringComparison.Ordinal);

        await kept.AskAsync(Refused);
        await kept.RestartAsync();
        Assert.DoesNotContain("encryption", await kept.ReadAsync("questions unanswered"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dismiss_Typed_OffersThoseOfTheList()
    {
        await using var kept = await KeptServer.StartAsync();
        await kept.AskAsync(Refused);

        var offered = await kept.Bot.OfferedAsync("questions dismiss", "question", "delay", user: kept.Moderator);

        var (label, id) = Assert.Single(offered);
        Assert.Equal(Refused, label);
        Assert.Contains($"Dismissed: “{Refused}”", await kept.ReadAsync("questions dismiss", ("question", id)), StringComparison.Ordinal);
        Assert.StartsWith(None, await kept.ReadAsync("questions unanswered"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unanswered_Old_AreGone()
    {
        await using var kept = await KeptServer.StartAsync();
        await kept.AskAsync(Refused);
        await kept.ReadAsync("questions unanswered");

        kept.Clock.Advance(TimeSpan.FromDays(31));
        // It tidies up when it starts.
        await kept.RestartAsync();
        await kept.Bot.Log.WaitForAsync("Everything that is too old is deleted");

        Assert.StartsWith(None, await kept.ReadAsync("questions unanswered"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unanswered_NotToBeKept_AreNot()
    {
        await using var kept = await KeptServer.StartAsync(o => o.Privacy.KeepQuestions = false);
        await kept.AskAsync(Refused);

        Assert.StartsWith("I keep no questions here: whoever runs me has turned that off.", await kept.ReadAsync("questions unanswered"), StringComparison.Ordinal);
        Assert.Contains("no text at all", await kept.ReadAsync("privacy"), StringComparison.Ordinal);
        Assert.Contains("- **Asked** – 1\n", await kept.ReadAsync("stats"), StringComparison.Ordinal);
    }
}
