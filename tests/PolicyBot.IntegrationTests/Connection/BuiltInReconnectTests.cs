using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Connection;

/// <summary>
/// How the built-in connection reconnects, when it starts a new session, and which events it doesn't parse.
/// </summary>
public sealed class BuiltInReconnectTests
{
    private static readonly TimeSpan Heartbeat = new FakeDiscordOptions().HeartbeatInterval;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("garbage")]
    [InlineData("garbage that is no JSON")]
    [InlineData("op 9, resumable")]
    public async Task Fault_ResumableSession_IsResumedWithoutLostEvents(string fault)
    {
        await using var bot = await RunningBot.StartAsync();

        if (fault == "garbage") bot.Server.GatewayFaults.SendGarbage();
        else if (fault == "op 9, resumable") bot.Server.GatewayFaults.InvalidateSession(resumable: true);
        else bot.Server.GatewayFaults.SendGarbageJson();
        await bot.Server.Log.WaitForAsync<DisconnectedRecord>(ct: Cancellation);
        var missed = Enumerable.Range(0, 5).Select(_ => bot.Server.UseCommand("summary")).ToList();
        await bot.Server.Log.WaitForAsync<ResumedRecord>(ct: Cancellation);

        foreach (var used in missed) await used.GetMessageAsync();
        Assert.Equal(1, bot.Server.Log.Count<IdentifiedRecord>());
    }

    [Theory]
    [InlineData("""{"op":"0","s":1,"t":"READY","d":{}}""")]
    [InlineData("""{"op":0,"s":1e10,"t":"MESSAGE_CREATE","d":{}}""")]
    [InlineData("""{"op":0,"s":"1","t":"MESSAGE_CREATE","d":{}}""")]
    [InlineData("""{"op":0,"s":1,"t":5,"d":{}}""")]
    [InlineData("[]")]
    public async Task Payload_Invalid_Reconnects(string json)
    {
        await using var bot = await RunningBot.StartAsync();

        bot.Server.GatewayFaults.SendGarbageJson(json: json);
        await bot.Server.Log.WaitForAsync<ResumedRecord>(ct: Cancellation);

        await AskAsync(bot);
    }

    [Fact]
    public async Task Close_AgainAndAgainAfterSeconds_ReconnectsWithoutLongerDelays()
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup { Random = 1 });

        for (var n = 1; n <= 4; n++)
        {
            bot.Clock.Advance(TimeSpan.FromSeconds(10));
            bot.Server.GatewayFaults.Close(4000);
            await bot.Log.WaitForAsync("Reconnecting in 1.0 s", n);
            await bot.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(1));
            await bot.Log.WaitForAsync("Session resumed", n);
        }

        await AskAsync(bot);
    }

    [Fact]
    public async Task Close_RightAfterTheStart_ReconnectsAfterLongerDelays()
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup { Random = 1 });

        foreach (var (seconds, n) in new[] { (1, 1), (2, 2), (4, 3), (8, 4) })
        {
            bot.Server.GatewayFaults.Close(4000);
            await bot.Log.WaitForAsync($"Reconnecting in {seconds}.0 s");
            await bot.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(seconds));
            await bot.Log.WaitForAsync("Session resumed", n);
        }

        await AskAsync(bot);
    }

    [Fact]
    public async Task Resume_AddressUnavailable_StartsANewSession()
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup { Random = 1 });
        bot.Server.GatewayFaults.RefusesResumes = true;
        bot.Server.GatewayFaults.Drop();

        foreach (var seconds in new[] { 1, 2, 4, 8, 16, 32, 64 })
            await bot.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(seconds));

        await bot.Log.WaitForAsync("Connected to Discord", 2);
        await AskAsync(bot);
    }

    [Fact]
    public async Task InvalidSession_NotResumable_StartsANewSessionAfterADelay()
    {
        // Half of the random delay between one and five seconds.
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup { Random = 0.5 });
        var first = await bot.Server.Log.WaitForAsync<IdentifiedRecord>(ct: Cancellation);
        bot.Clock.Advance(TimeSpan.FromSeconds(6));

        bot.Server.GatewayFaults.InvalidateSession(resumable: false);
        await bot.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(3));
        var second = await bot.Server.Log.WaitForAsync<IdentifiedRecord>(count: 2, ct: Cancellation);
        await bot.Log.WaitForAsync("Connected to Discord", 2);
        await AskAsync(bot);

        Assert.NotEqual(first.SessionId, second.SessionId);
        Assert.Equal(
            1, bot.Server.Log.Count<RequestRecord>(
                r => r is { Method: "GET", Route: "/applications/{application_id}/commands" }));
    }

    // The delays had grown to more than half a minute.
    [Fact]
    public async Task InvalidSession_AfterAnOutage_StartsANewSessionWithinSeconds()
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup { Random = 1 });
        bot.Server.GatewayFaults.RefusesConnections = true;
        bot.Server.GatewayFaults.Drop();
        foreach (var seconds in new[] { 1, 2, 4, 8, 16 })
            await bot.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(seconds));
        await bot.Log.WaitForAsync("Reconnecting in 32.0 s");

        bot.Server.GatewayFaults.RefusesConnections = false;
        bot.Server.GatewayFaults.ForgetsSessions = true;
        await bot.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(32));
        await bot.Log.WaitForAsync("Discord ended the session. Reconnecting in 5.0 s");
        await bot.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(5));

        await bot.Log.WaitForAsync("Connected to Discord", 2);
        await AskAsync(bot);
    }

    [Fact]
    public async Task Resume_UnknownSession_StartsANewSession()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Clock.Advance(TimeSpan.FromSeconds(6));
        bot.Server.GatewayFaults.ForgetsSessions = true;

        bot.Server.GatewayFaults.Drop();
        await bot.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(1));
        await bot.Log.WaitForAsync("Connected to Discord", 2);

        await AskAsync(bot);
        Assert.Equal(2, bot.Server.Log.Count<IdentifiedRecord>());
    }

    [Theory]
    [InlineData(4007)]
    [InlineData(4009)]
    [InlineData(4003)]
    public async Task Close_EndedSession_StartsANewSession(int code)
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Clock.Advance(TimeSpan.FromSeconds(6));

        bot.Server.GatewayFaults.Close(code);
        await bot.Log.WaitForAsync("Connected to Discord", 2);

        await AskAsync(bot);
        Assert.Equal(2, bot.Server.Log.Count<IdentifiedRecord>());
        Assert.Equal(0, bot.Server.Log.Count<ResumeRefusedRecord>());
    }

    [Fact]
    public async Task Heartbeat_NotAcknowledged_ReconnectsAndResumes()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.Server.Log.WaitForAsync<HeartbeatRecord>(ct: Cancellation);

        bot.Server.GatewayFaults.Freeze();
        bot.Server.SendMessage($"<@{bot.Server.Bot.UserId}> who signed the letter?");
        await bot.Clock.AdvanceToTimerAsync(Heartbeat);
        await bot.Clock.AdvanceToTimerAsync(Heartbeat);
        await bot.Server.Log.WaitForAsync<ResumedRecord>(ct: Cancellation);

        await bot.Log.WaitForAsync("a heartbeat was not acknowledged");
        await bot.Server.Log.WaitForAsync<RequestRecord>(
            r => r.Route == "/channels/{channel_id}/messages", ct: Cancellation);
        await AskAsync(bot);
        Assert.Equal(1, bot.Server.GetMessages(bot.Server.Channel)
            .Count(m => m.AuthorId == bot.Server.Bot.UserId && m.Json["message_reference"] is not null));
    }

    [Fact]
    public async Task Heartbeat_First_IsSentAfterARandomPartOfTheInterval()
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup { Random = 0.25 });

        Assert.Equal(0, bot.Server.Log.Count<HeartbeatRecord>());
        bot.Clock.Advance(Heartbeat * 0.25);
        await bot.Server.Log.WaitForAsync<HeartbeatRecord>(ct: Cancellation);
        // Events after the acknowledgement are read after it.
        await AskAsync(bot);
        await bot.Clock.AdvanceToTimerAsync(Heartbeat);
        await bot.Server.Log.WaitForAsync<HeartbeatRecord>(count: 2, ct: Cancellation);

        Assert.Equal(1, bot.Server.Log.Count<ConnectedRecord>());
    }

    [Fact]
    public async Task Hello_Missing_Reconnects()
    {
        await using var bot =
            await RunningBot.LaunchAsync(new RunningBot.Setup { Prepare = s => s.GatewayFaults.StaysSilent = true });
        await bot.Server.Log.WaitForAsync<ConnectedRecord>(ct: Cancellation);

        bot.Server.GatewayFaults.StaysSilent = false;
        await bot.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(15));

        await bot.Log.WaitForAsync("did not send HELLO in time");
        await bot.Log.WaitForAsync("Connected to Discord");
    }

    [Fact]
    public async Task Connect_GatewayDown_RetriesWithIncreasingDelays()
    {
        await using var bot = await RunningBot.LaunchAsync(
            new RunningBot.Setup { Random = 1, Prepare = s => s.GatewayFaults.RefusesConnections = true });

        int[] waits = [1, 2, 4, 8, 16, 32, 64, 64];
        for (var i = 0; i < waits.Length; i++)
        {
            var seconds = waits[i];
            Assert.EndsWith(
                $" {seconds}.0 s.", await bot.Log.WaitForAsync("Reconnecting in", i + 1), StringComparison.Ordinal);
            bot.Server.GatewayFaults.RefusesConnections = i < waits.Length - 1;
            await bot.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(seconds));
        }

        await bot.Log.WaitForAsync("Connected to Discord");
    }

    [Fact]
    public async Task Connection_LostRepeatedly_ReconnectsWithIncreasingDelays()
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup { Random = 1 });

        int[] waits = [1, 2, 4, 8];
        for (var i = 0; i < waits.Length; i++)
        {
            bot.Server.GatewayFaults.Drop();
            await bot.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(waits[i]));
            await bot.Log.WaitForAsync("Session resumed", i + 1);
        }
    }

    [Fact]
    public async Task Event_NotForTheBot_IsNotParsed()
    {
        await using var bot = await RunningBot.StartAsync();

        // Both have data that the bot couldn't parse.
        bot.Server.Dispatch("TYPING_START", new System.Text.Json.Nodes.JsonArray());
        bot.Server.Dispatch(
            "MESSAGE_CREATE", new System.Text.Json.Nodes.JsonObject { ["guild_id"] = "1", ["content"] = 7 },
            bot.Server.Guild.Id);
        await AskAsync(bot);

        Assert.DoesNotContain(bot.Log.All, l => l.Contains("could not be read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Event_Invalid_IsSkipped()
    {
        await using var bot = await RunningBot.StartAsync();

        bot.Server.Dispatch(
            "INTERACTION_CREATE", new System.Text.Json.Nodes.JsonObject { ["id"] = "x" }, bot.Server.Guild.Id);
        await AskAsync(bot);

        await bot.Log.WaitForAsync("could not be read");
        Assert.Equal(1, bot.Server.Log.Count<ConnectedRecord>());
    }

    private static Task<SentMessage> AskAsync(RunningBot bot) => bot.Server.UseCommand("summary").GetMessageAsync();
}
