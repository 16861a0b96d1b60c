using PolicyBot.Discord.Tests.Support;

namespace PolicyBot.Discord.Tests.Servers;

/// <summary>What is kept, and how it goes.</summary>
public abstract class PrivacyTests
{
    public sealed class OverBuiltIn : PrivacyTests;

    [OnDiscordNet]
    public sealed class OverDiscordNet : PrivacyTests;

    private const string Refused = "did Facebook agree to delay its encryption?";
    private const string Nothing = "Nothing was asked here in that time.";

    [Fact]
    public async Task Privacy_Anybody_IsToldWhatIsKept()
    {
        await using var kept = await KeptServer.StartAsync();

        var told = await kept.Server.UseCommand("privacy").ShownAsync();

        Assert.True(told.IsEphemeral);
        Assert.Contains("for 30 days after it was asked last", told.Description(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erase_AMember_IsRefused()
    {
        await using var kept = await KeptServer.StartAsync();

        Assert.StartsWith("Only those who may manage this server", (await kept.Bot.Use("privacy", "erase", true).ShownAsync()).Description(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erase_AModerator_DeletesAllOfTheServerAndNothingElse()
    {
        await using var kept = await KeptServer.StartAsync(guilds: 2);
        var other = kept.Server.AddChannel("elsewhere", kept.Server.Guilds[1]);
        await kept.AskAsync(Refused);
        await kept.AskAsync(Refused, other);
        await kept.ReadAsync("settings", ("answers", "asker"));
        await kept.ReadAsync("daily set", ("channel", kept.Server.Channel), ("time", "9:00"), ("timezone", "UTC"));

        var ask = await kept.ManageAsync("privacy", ("erase", true));
        Assert.Contains("- **Asked** – 1\n", await kept.ReadAsync("stats"), StringComparison.Ordinal);
        await kept.Server.Press(ask, KeptServer.Buttons(ask).Single(b => b.Label == "Delete it all").Id, kept.Moderator).Response.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Nothing, await kept.ReadAsync("stats"));
        Assert.StartsWith("There is nothing", await kept.ReadAsync("questions unanswered"), StringComparison.Ordinal);
        Assert.StartsWith("No channel of this server has a daily post.", await kept.ReadAsync("daily status"), StringComparison.Ordinal);
        Assert.False((await kept.AskAsync("who signed the letter?")).IsEphemeral);
        Assert.Contains("- **Asked** – 1\n", (await kept.Server.UseCommand("stats", channel: other, user: kept.Moderator).ShownAsync()).Description(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(31, true)]
    [InlineData(29, false)]
    public async Task Server_Left_IsForgottenAfterTheRetention(int days, bool isForgotten)
    {
        await using var kept = await KeptServer.StartAsync();
        await kept.AskAsync("who signed the letter?");
        await kept.ReadAsync("stats");
        kept.Server.Leave(kept.Server.Guild);
        await kept.RestartAsync();
        await kept.Bot.Log.WaitForAsync("Everything that is too old is deleted");

        kept.Clock.Advance(TimeSpan.FromDays(days));
        await kept.RestartAsync();
        await kept.Bot.Log.WaitForAsync("Everything that is too old is deleted");
        kept.Server.Join(kept.Server.Guild);

        Assert.Equal(isForgotten, Nothing == await kept.ReadAsync("stats", ("days", "60")));
    }
}
