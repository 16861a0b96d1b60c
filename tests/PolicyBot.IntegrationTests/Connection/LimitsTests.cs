using System.Net;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Connection;

/// <summary>Rate limits, retries and time limits of requests.</summary>
public abstract class LimitsTests
{
    public sealed class OverBuiltIn : LimitsTests
    {
        [Fact]
        public async Task SendMessage_MoreThanFiftyInASecond_AreSpread()
        {
            await using var bot = await RunningBot.StartAsync();
            var channels = Enumerable.Range(0, 120).Select(n => bot.Server.AddChannel($"channel-{n}")).ToList();
            bot.Clock.Advance(TimeSpan.FromSeconds(2));
            var start = bot.Clock.GetUtcNow();

            var posts =
                channels.Select(c => bot.Connection.SendMessageAsync(c.Id, Message, "n", null, Cancellation)).ToList();
            foreach (var count in new[] { 50, 100 })
            {
                await DoneAsync(posts, count);
                // A little more than a second, because some arrive later than others.
                bot.Clock.Advance(TimeSpan.FromSeconds(1.05));
            }

            await DoneAsync(posts, 120);
            Assert.Equal(TimeSpan.FromSeconds(2.1), bot.Clock.GetUtcNow() - start);
            Assert.Equal(0, bot.Server.Log.Count<RequestRecord>(r => r.Status == 429));
        }

        [Fact]
        public async Task SendMessage_Refused_HasDiscordsCodeMessageAndField()
        {
            await using var bot = await RunningBot.StartAsync(
                new RunningBot.Setup { ServerOptions = new FakeDiscordOptions { ChecksRequests = false } });

            var unknown = await Assert.ThrowsAsync<RequestRefusedException>(
                () => bot.Connection.SendMessageAsync(1, Message, "n", null, Cancellation));
            var tooLong = await Assert.ThrowsAsync<RequestRefusedException>(() => bot.Connection.SendMessageAsync(
                bot.Server.Channel.Id, new OutgoingMessage([new Embed { Title = new string('t', 257) }]), "n", null,
                Cancellation));

            Assert.Equal(
                (HttpStatusCode.NotFound, 10003, "Unknown Channel"), (unknown.Status, unknown.Code, unknown.Reason));
            Assert.Equal(50035, tooLong.Code);
            Assert.StartsWith("embeds.0.title: ", Assert.Single(tooLong.Errors), StringComparison.Ordinal);
            Assert.Equal(2, bot.Server.Log.Count<RequestRecord>(r => r.Route == Route));
        }
    }

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : LimitsTests
    {
        // Discord.Net gets the channel first, and checks the lengths itself.
        [Fact]
        public async Task SendMessage_Refused_HasTheReason()
        {
            await using var bot = await RunningBot.StartAsync();

            var unknown = await Assert.ThrowsAsync<RequestRefusedException>(
                () => bot.Connection.SendMessageAsync(1, Message, "n", null, Cancellation));
            var tooLong = await Assert.ThrowsAsync<RequestRefusedException>(() => bot.Connection.SendMessageAsync(
                bot.Server.Channel.Id, new OutgoingMessage([new Embed { Title = new string('t', 257) }]), "n", null,
                Cancellation));

            Assert.Equal(
                (HttpStatusCode.NotFound, 10003, "Unknown Channel"), (unknown.Status, unknown.Code, unknown.Reason));
            Assert.Contains("Title length must be less than or equal to 256", tooLong.Reason, StringComparison.Ordinal);
            Assert.Equal(0, bot.Server.Log.Count<RequestRecord>(r => r.Route == Route));
        }
    }
#endif

    private const string Route = "/channels/{channel_id}/messages";

    private static readonly OutgoingMessage Message = new([new Embed { Description = "Hello." }]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendMessage_OverTheBucketLimit_WaitsWithout429()
    {
        await using var bot = await RunningBot.StartAsync();
        var start = bot.Clock.GetUtcNow();

        var posts = Enumerable.Range(0, 12).Select(n => PostAsync(bot, n)).ToList();
        foreach (var count in new[] { 5, 10 })
        {
            await DoneAsync(posts, count);
            await bot.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(5.5));
        }

        await DoneAsync(posts, 12);
        Assert.InRange(bot.Clock.GetUtcNow() - start, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10.5));
        Assert.Equal(12, bot.Server.Log.Count<RequestRecord>(r => r is { Route: Route, Status: 200 }));
        Assert.Equal(0, bot.Server.Log.Count<RequestRecord>(r => r.Status == 429));
        Assert.Equal(12, bot.Server.GetMessages(bot.Server.Channel).Count);
    }

    [Fact]
    public async Task SendMessage_UnknownBucket_DoesNotWait()
    {
        await using var bot = await RunningBot.StartAsync();
        var channels = Enumerable.Range(0, 20).Select(n => bot.Server.AddChannel($"channel-{n}")).ToList();

        // The clock doesn't advance, so a wait would never end.
        await Task.WhenAll(
            channels.Select(c => bot.Connection.SendMessageAsync(c.Id, Message, "n", null, Cancellation)));
    }

    [Theory]
    [InlineData("user", true)]
    [InlineData("shared", true)]
    [InlineData("global", true)]
    [InlineData("user", false)]
    public async Task SendMessage_429_IsRetriedAfterTheDelay(string scope, bool hasHeaders)
    {
        await using var bot = await RunningBot.StartAsync();
        var retryAfter = TimeSpan.FromSeconds(7);
        bot.Server.HttpFaults.Add(new HttpFault.RateLimited(retryAfter, scope, hasHeaders), "POST", Route);

        var post = PostAsync(bot, 0);
        var refused = await bot.Server.Log.WaitForAsync<RequestRecord>(r => r.Status == 429, ct: Cancellation);
        await bot.Clock.AdvanceToTimerAsync(retryAfter);
        await post;

        var posted =
            await bot.Server.Log.WaitForAsync<RequestRecord>(r => r is { Route: Route, Status: 200 }, ct: Cancellation);
        Assert.True(posted.At - refused.At >= retryAfter);
        Assert.Equal(2, bot.Server.Log.Count<RequestRecord>(r => r.Route == Route));
    }

    [Fact]
    public async Task SendMessage_429OfOneChannel_DoesNotDelayOthers()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.HttpFaults.Add(new HttpFault.RateLimited(TimeSpan.FromSeconds(20), "user"), "POST", Route);

        var post = PostAsync(bot, 0);
        await bot.Server.Log.WaitForAsync<RequestRecord>(r => r.Status == 429, ct: Cancellation);
        await bot.Connection.SendMessageAsync(bot.Server.AddChannel("another").Id, Message, "n", null, Cancellation);

        Assert.False(post.IsCompleted);
        await bot.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(20));
        await post;
    }

    [Theory]
    [InlineData("global", true)]
    [InlineData("user", false)]
    public async Task SendMessage_Global429_DelaysAllChannels(string scope, bool hasHeaders)
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.HttpFaults.Add(new HttpFault.RateLimited(TimeSpan.FromSeconds(9), scope, hasHeaders), "POST", Route);

        var post = PostAsync(bot, 0);
        // While the refused one waits, the others must wait, too.
        await bot.Clock.NextTimerAsync(TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(9));
        var other =
            bot.Connection.SendMessageAsync(bot.Server.AddChannel("another").Id, Message, "n", null, Cancellation);
        await bot.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(9));
        await Task.WhenAll(post, other);

        var refused = await bot.Server.Log.WaitForAsync<RequestRecord>(r => r.Status == 429, ct: Cancellation);
        Assert.All(
            bot.Server.Log.Records.OfType<RequestRecord>().Where(r => r is { Route: Route, Status: 200 }),
            r => Assert.True(r.At - refused.At >= TimeSpan.FromSeconds(9)));
    }

    [Fact]
    public async Task Respond_BlockedIpAddress_IsNotSent()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.HttpFaults.Add(
            new HttpFault.RateLimited(TimeSpan.FromMinutes(10), "user", HasHeaders: false), "POST", Route);
        await Assert.ThrowsAsync<RateLimitedException>(() => PostAsync(bot, 0));

        bot.Server.UseCommand("summary");
        await bot.Log.WaitForAsync("this IP address is blocked");

        Assert.Equal(
            0, bot.Server.Log.Count<RequestRecord>(r => r.Route.EndsWith("/callback", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task SendMessage_LimitTooLong_FailsAtOnceWithRetryAfter()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.HttpFaults.Add(new HttpFault.RateLimited(TimeSpan.FromMinutes(10), "user"), "POST", Route);

        var fault = await Assert.ThrowsAsync<RateLimitedException>(() => PostAsync(bot, 0));

        Assert.Equal(TimeSpan.FromMinutes(10), fault.RetryAfter);
    }

    [Theory]
    [InlineData("500")]
    [InlineData("502")]
    [InlineData("drop before")]
    [InlineData("drop after")]
    public async Task SendMessage_LostOrFailed_IsRetriedAndSentOnce(string fault)
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.HttpFaults.Add(
            fault switch
            {
                "drop before" => new HttpFault.DropBefore(),
                "drop after" => new HttpFault.DropAfter(),
                _ => new HttpFault.Status(int.Parse(fault, null))
            },
            "POST",
            Route);

        var post = PostAsync(bot, 0);
        await bot.Clock.AdvanceUntilAsync(post, TimeSpan.FromSeconds(2));

        Assert.Equal(await post, Assert.Single(bot.Server.GetMessages(bot.Server.Channel)).Id);
        Assert.Equal(2, bot.Server.Log.Count<RequestRecord>(r => r.Route == Route));
    }

    [Theory]
    [InlineData("500")]
    [InlineData("drop after")]
    public async Task FollowUp_LostOrFailed_IsNotRetried(string fault)
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup
        {
            Register = TestCommand.Instead(
                new TestCommand("long", _ => Task.FromResult(TestCommand.Says(new string('a', 8_000))))),
        });
        const string FollowUps = "/webhooks/{webhook_id}/{webhook_token}";
        bot.Server.HttpFaults.Add(
            fault == "500" ? new HttpFault.Status(500) : new HttpFault.DropAfter(), "POST", FollowUps, times: 5);

        bot.Server.UseCommand("long");
        await bot.Log.WaitForAsync("Failed to send the answer");

        Assert.Equal(1, bot.Server.Log.Count<RequestRecord>(r => r.Route == FollowUps));
    }

    [Fact]
    public async Task Respond_LostResponse_AnswersOnce()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.HttpFaults.Add(
            new HttpFault.DropAfter(), "POST", "/interactions/{interaction_id}/{interaction_token}/callback");

        var used = bot.Server.UseCommand("summary");
        var message = used.GetMessageAsync();
        await bot.Clock.AdvanceUntilAsync(
            bot.Server.Log.WaitForAsync<RequestRecord>(
                r => r.ErrorCode == RequestRefusedException.AlreadyAcknowledged, ct: Cancellation),
            TimeSpan.FromSeconds(0.9));

        await message;
        Assert.Single(used.Messages);
        Assert.DoesNotContain(bot.Log.All, l => l.Contains("Failed to send", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SendMessage_NoResponse_TimesOut()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.HttpFaults.Add(new HttpFault.Hold(), "POST", Route, times: 10);
        var start = bot.Clock.GetUtcNow();

        var post = PostAsync(bot, 0);
        var ended = Assert.ThrowsAsync<DiscordUnavailableException>(() => post);
        await bot.Clock.AdvanceUntilAsync(ended, TimeSpan.FromSeconds(30));

        Assert.InRange(bot.Clock.GetUtcNow() - start, TimeSpan.FromSeconds(29), TimeSpan.FromSeconds(30.1));
    }

    [Fact]
    public async Task Request_Any_HasAUserAgent()
    {
        await using var bot = await RunningBot.StartAsync();

        Assert.All(
            bot.Server.Log.Records.OfType<RequestRecord>(),
            r => Assert.Matches(@"^DiscordBot \(https://\S+, \d+\.\d+\.\d+\)", r.UserAgent!));
    }

    [Fact]
    public async Task Gateway_Handshake_HasTheSameUserAgent()
    {
        await using var bot = await RunningBot.StartAsync();

        Assert.StartsWith(
            "DiscordBot (https://",
            Assert.Single(bot.Server.Log.Records.OfType<ConnectedRecord>()).UserAgent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_TooManyInvalid_AreNotSent()
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup
        {
            ServerOptions = new FakeDiscordOptions
            {
                RecordsRequests = false,
                ChecksRequests = false,
                OtherRoutes = new RateLimitRule(1_000_000, TimeSpan.FromSeconds(1))
            },
            Register = TestCommand.Instead(new TestCommand("short", _ => Task.FromResult(TestCommand.Says("Hello.")))),
        });
        bot.Server.HttpFaults.Add(new HttpFault.Refusal(403, 50001, "Missing Access"), "POST", times: 9_000);

        // Responses to interactions have no other limit. Not all at once, because the clock of the tests gets slow with
        // many timers.
        for (var sent = 500; sent <= 9_000; sent += 500)
        {
            for (var i = 0; i < 500; i++) bot.Server.UseCommand("short");
            await bot.Log.WaitForAsync("Failed to send the answer", sent);
        }

        // Some were being sent when the last one was counted.
        Assert.InRange(bot.Log.All.Count(l => l.Contains("Missing Access", StringComparison.Ordinal)), 8_000, 8_256);
        Assert.Contains(bot.Log.All, l => l.Contains("too many invalid requests", StringComparison.Ordinal));
    }

    private static async Task DoneAsync(List<Task<ulong>> posts, int count)
    {
        while (true)
        {
            // Checked once, so that one that completes in between is counted.
            var open = posts.Where(p => !p.IsCompleted).ToList();
            if (posts.Count - open.Count >= count) return;
            await (await Task.WhenAny(open).WaitAsync(TestGuard.Timeout, Cancellation));
        }
    }

    private static Task<ulong> PostAsync(RunningBot bot, int number) =>
        bot.Connection.SendMessageAsync(bot.Server.Channel.Id, Message, $"nonce-{number}", null, Cancellation);
}
