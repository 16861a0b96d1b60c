using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Servers;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Connection;

/// <summary>
/// How the connection with Discord.Net reconnects. Discord.Net uses the real clock, and ends some sessions that the
/// built-in connection resumes.
/// </summary>
[OnDiscordNet]
public sealed class DiscordNetReconnectTests
{
    private const string Connected = "Connected to Discord";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("garbage")]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("op 9, resumable")]
    [InlineData("op 9, not resumable")]
    public async Task Fault_NotResumedByDiscordNet_StartsANewSession(string fault)
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Clock.Advance(TimeSpan.FromSeconds(6));

        if (fault == "garbage") bot.Server.GatewayFaults.SendGarbage();
        else if (fault == "no JSON") bot.Server.GatewayFaults.SendGarbageJson();
        else if (fault == "[]") bot.Server.GatewayFaults.SendGarbageJson(json: fault);
        else bot.Server.GatewayFaults.InvalidateSession(resumable: fault == "op 9, resumable");
        await bot.Log.WaitForAsync(Connected, 2);

        await AskAsync(bot);
    }

    [Theory]
    [InlineData("""{"op":0,"s":"1","t":"MESSAGE_CREATE","d":{}}""")]
    [InlineData("""{"op":0,"s":1,"t":5,"d":{}}""")]
    public async Task Payload_InvalidEvent_IsIgnored(string json)
    {
        await using var bot = await RunningBot.StartAsync();

        bot.Server.GatewayFaults.SendGarbageJson(json: json);

        await AskAsync(bot);
        Assert.Equal(1, bot.Server.Log.Count<ConnectedRecord>());
    }

    [Theory]
    [InlineData(4003)]
    [InlineData(4007)]
    [InlineData(4009)]
    public async Task Close_EndedSession_Reconnects(int code)
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Clock.Advance(TimeSpan.FromSeconds(6));

        bot.Server.GatewayFaults.Close(code);
        await bot.Log.WaitForAsync("Connection restored");

        await AskAsync(bot);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Connection_GivenUpByDiscordNet_IsRestarted(bool isByReady)
    {
        await using var bot = await RunningBot.StartAsync();

        if (isByReady) bot.Server.GatewayFaults.SendGarbageJson(json: """{"op":0,"s":1,"t":"READY","d":{}}""");
        else bot.Server.GatewayFaults.Close(4006);
        await bot.Log.WaitForAsync("Connection lost");
        // The check may have run just before.
        for (var look = 0; look < 2; look++) await bot.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(90));
        await bot.Log.WaitForAsync("Connection restored");

        await AskAsync(bot);
    }

    [Fact]
    public async Task Resume_UnknownSession_StartsANewSessionWithoutRegisteringAgain()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Clock.Advance(TimeSpan.FromSeconds(6));
        bot.Server.GatewayFaults.ForgetsSessions = true;

        bot.Server.GatewayFaults.Drop();
        await bot.Log.WaitForAsync(Connected, 2);

        await AskAsync(bot);
        Assert.Equal(2, bot.Server.Log.Count<IdentifiedRecord>());
        Assert.Equal(
            1, bot.Server.Log.Count<RequestRecord>(
                r => r is { Method: "GET", Route: "/applications/{application_id}/commands" }));
    }

    [Fact]
    public async Task Connect_GatewayDown_Retries()
    {
        await using var bot = await RunningBot.LaunchAsync(
            new RunningBot.Setup { Prepare = s => s.GatewayFaults.RefusesConnections = true });

        await bot.Log.WaitForAsync("Connection lost");
        bot.Server.GatewayFaults.RefusesConnections = false;
        await bot.Log.WaitForAsync(Connected);
        await bot.Log.WaitForAsync("commands");

        await AskAsync(bot);
    }

    [Fact]
    public async Task Connect_ApiDown_Retries()
    {
        await using var bot =
            await RunningBot.LaunchAsync(
                new RunningBot.Setup
                {
                    Random = 1,
                    Prepare = s => s.HttpFaults.Add(new HttpFault.Status(503), "GET", "/gateway/bot", times: 5)
                });

        await bot.Clock.AdvanceUntilAsync(bot.Log.WaitForAsync(Connected), TimeSpan.FromSeconds(5));
        await bot.Log.WaitForAsync("commands");

        await AskAsync(bot);
    }

    [Fact]
    public async Task Shards_Several_EachAnswersItsGuildsAndTheFirstDirectMessages()
    {
        await using var bot = await RunningBot.LaunchAsync(new RunningBot.Setup
        {
            ServerOptions = new FakeDiscordOptions { Guilds = 40, MaxConcurrency = 3 },
            Configure = o => o.Shards = 3,
        });
        await bot.Log.WaitForAsync(Connected, 3);
        await bot.Log.WaitForAsync("commands");

        foreach (var guild in bot.Server.Guilds)
            await bot.Server.UseCommand("summary", channel: bot.Server.AddChannel("here", guild)).GetMessageAsync();
        await bot.Server.UseCommand("summary", channel: bot.Server.GetDirectMessages(bot.Server.User))
            .GetMessageAsync();

        Assert.Equal([0, 1, 2], bot.Server.Log.Records.OfType<IdentifiedRecord>().Select(i => i.Shard).Order());
        Assert.All(bot.Server.Log.Records.OfType<IdentifiedRecord>(), i => Assert.Equal(3, i.ShardCount));
    }

    [Fact]
    public async Task Event_Invalid_IsSkipped()
    {
        await using var bot = await RunningBot.StartAsync();

        bot.Server.Dispatch("TYPING_START", new JsonArray());
        bot.Server.Dispatch(
            "INTERACTION_CREATE", new JsonObject { ["id"] = "x", ["token"] = "xyzzy" }, bot.Server.Guild.Id);
        await bot.Log.WaitForAsync("Error handling Dispatch (INTERACTION_CREATE)");

        await AskAsync(bot);
        Assert.Equal(1, bot.Server.Log.Count<ConnectedRecord>());
        Assert.DoesNotContain(bot.Log.All, l => l.Contains("xyzzy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Log_RequestsAndResponses_ContainsNoToken()
    {
        await using var bot = await RunningBot.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync(bot)));

        var tokens = bot.Server.Log.Records.OfType<RequestRecord>()
            .Where(r => r.Path.EndsWith("/callback", StringComparison.Ordinal))
            .Select(r => r.Path.Split('/')[^2])
            .ToList();
        Assert.Equal(20, tokens.Count);
        Assert.DoesNotContain(
            bot.Log.All, l => tokens.Append(bot.Server.Bot.Token).Any(t => l.Contains(t, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task SendMessage_UnknownDirectMessageChannel_IsSent()
    {
        await using var bot = await RunningBot.StartAsync();
        var channel = bot.Server.GetDirectMessages(bot.Server.User);

        var id =
            await bot.Connection.SendMessageAsync(channel.Id, new PolicyBot.Discord.Client.Messages.OutgoingMessage(
                [new PolicyBot.Discord.Client.Messages.Embed { Description = "Hello." }]), "n", null, Cancellation);

        Assert.Equal(id, Assert.Single(bot.Server.GetMessages(channel)).Id);
    }

    [Fact]
    public async Task SendMessage_AfterStop_IsUnavailable()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Stop();
        await bot.EndedAsync();

        await Assert.ThrowsAsync<PolicyBot.Discord.Client.Abstractions.DiscordUnavailableException>(
            () =>
                bot.Connection.SendMessageAsync(
                    bot.Server.Channel.Id,
                    new PolicyBot.Discord.Client.Messages.OutgoingMessage([
                        new PolicyBot.Discord.Client.Messages.Embed { Description = "Hello." }
                    ]), "n", null, Cancellation));
    }

    private static Task<SentMessage> AskAsync(RunningBot bot) => bot.Server.UseCommand("summary").GetMessageAsync();
}
