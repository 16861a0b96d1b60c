using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Connection;

/// <summary>If Discord refuses the connection for good, the program exits and says what to do.</summary>
public abstract class RefusalTests
{
    public sealed class OverBuiltIn : RefusalTests
    {
        [Fact]
        public async Task Identify_Intents_AreTwoUnprivilegedOnes()
        {
            await using var bot = await RunningBot.StartAsync();

            Assert.Equal(
                (1 << 9) | (1 << 12), (await bot.Server.Log.WaitForAsync<IdentifiedRecord>(ct: Cancellation)).Intents);
        }
    }

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : RefusalTests
    {
        [Fact]
        public async Task Identify_Intents_AreThreeUnprivilegedOnes()
        {
            await using var bot = await RunningBot.StartAsync();

            Assert.Equal(
                (1 << 0) | (1 << 9) | (1 << 12),
                (await bot.Server.Log.WaitForAsync<IdentifiedRecord>(ct: Cancellation)).Intents);
        }
    }
#endif

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(4004, "DISCORD__TOKEN")]
    [InlineData(4010, "Discord:Shards")]
    [InlineData(4011, "Discord:Shards")]
    [InlineData(4012, "newer PolicyBot")]
    [InlineData(4013, "newer PolicyBot")]
    [InlineData(4014, "Developer Portal")]
    public async Task Close_FatalCode_ExitsAndSaysWhatToDo(int code, string fix)
    {
        await using var bot = await RunningBot.StartAsync();

        bot.Server.GatewayFaults.Close(code);
        await bot.EndedAsync();

        Assert.Equal(1, bot.ExitCode);
        Assert.Contains(fix, bot.Errors, StringComparison.Ordinal);
        Assert.EndsWith($"(close code {code}).\n", bot.Errors, StringComparison.Ordinal);
        Assert.Equal(1, bot.Server.Log.Count<ConnectedRecord>());
    }

    [Fact]
    public async Task Token_Invalid_ExitsWithoutShowingIt()
    {
        await using var bot =
            await RunningBot.LaunchAsync(new RunningBot.Setup { Configure = o => o.Token = "wrong-token-xyzzy" });

        await bot.EndedAsync();

        Assert.Equal(1, bot.ExitCode);
        Assert.StartsWith("policybot: Discord rejected the token; copy it again", bot.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("xyzzy", bot.Errors + string.Join('\n', bot.Log.All), StringComparison.Ordinal);
        Assert.Equal(1, bot.Server.Log.Count<RequestRecord>());
    }

    [Fact]
    public async Task Intents_Disallowed_Exits()
    {
        await using var bot = await RunningBot.LaunchAsync(
            new RunningBot.Setup { ServerOptions = new FakeDiscordOptions { AllowedIntents = 0 } });

        await bot.EndedAsync();

        Assert.Equal(1, bot.ExitCode);
        Assert.Contains("close code 4014", bot.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApiUrl_NotDiscord_ExitsAndNamesTheSetting()
    {
        await using var bot = await RunningBot.LaunchAsync(
            new RunningBot.Setup { Configure = o => o.ApiUrl = new Uri(o.ApiUrl, "/somewhere") });

        await bot.EndedAsync();

        Assert.Contains("Discord:ApiUrl", bot.Errors, StringComparison.Ordinal);
        Assert.Equal(1, bot.ExitCode);
    }
}
