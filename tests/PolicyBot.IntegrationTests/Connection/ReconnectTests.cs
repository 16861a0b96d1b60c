using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Connection;

/// <summary>Each question is answered once, whatever happens to the connection.</summary>
public abstract class ReconnectTests
{
    public sealed class OverBuiltIn : ReconnectTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : ReconnectTests;
#endif

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Faults =>
        [
            "drop", "half a frame", "op 7", "close 4000", "close 4001", "close 4002", "close 4005", "close 4008",
            "close 1011"
        ];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Fault_ResumableSession_IsResumedWithoutLostOrRepeatedEvents(string fault)
    {
        await using var bot = await RunningBot.StartAsync();
        await AskAsync(bot);

        Cause(fault, bot.Server.GatewayFaults);
        await bot.Server.Log.WaitForAsync<DisconnectedRecord>(ct: Cancellation);
        var missed = Enumerable.Range(0, 5).Select(_ => bot.Server.UseCommand("summary")).ToList();
        var resumed = await bot.Server.Log.WaitForAsync<ResumedRecord>(ct: Cancellation);
        foreach (var used in missed) await used.GetMessageAsync();
        await AskAsync(bot);

        Assert.Equal(
            7, bot.Server.Log.Count<RequestRecord>(r => r.Route.EndsWith("/callback", StringComparison.Ordinal)));
        Assert.Equal(1, bot.Server.Log.Count<IdentifiedRecord>());
        Assert.Equal(
            resumed.SessionId, (await bot.Server.Log.WaitForAsync<IdentifiedRecord>(ct: Cancellation)).SessionId);
        Assert.Equal("/resume", (await bot.Server.Log.WaitForAsync<ConnectedRecord>(count: 2, ct: Cancellation)).Path);
    }

    [Fact]
    public async Task Resume_RepeatedEvents_AreNotAnsweredAgain()
    {
        await using var bot = await RunningBot.StartAsync();
        for (var i = 0; i < 3; i++) await AskAsync(bot);
        bot.Server.GatewayFaults.RepeatsOnResume = 3;

        bot.Server.GatewayFaults.Drop();
        await bot.Server.Log.WaitForAsync<ResumedRecord>(r => r.Replayed >= 3, ct: Cancellation);
        await AskAsync(bot);

        Assert.Equal(
            4, bot.Server.Log.Count<RequestRecord>(r => r.Route.EndsWith("/callback", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Heartbeat_Requested_IsSentAtOnce()
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup { Random = 0.5 });

        bot.Server.GatewayFaults.RequestHeartbeat();

        Assert.NotNull((await bot.Server.Log.WaitForAsync<HeartbeatRecord>(ct: Cancellation)).Sequence);
    }

    private static Task<SentMessage> AskAsync(RunningBot bot) => bot.Server.UseCommand("summary").GetMessageAsync();

    private static void Cause(string fault, GatewayFaults gateway)
    {
        switch (fault)
        {
            case "drop":
                gateway.Drop();
                break;
            case "half a frame":
                gateway.SendHalfFrame();
                break;
            case "op 7":
                gateway.Reconnect();
                break;
            default:
                gateway.Close(int.Parse(fault.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }
}
