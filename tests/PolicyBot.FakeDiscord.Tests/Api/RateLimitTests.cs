using PolicyBot.FakeDiscord.Tests.Limits;
using PolicyBot.FakeDiscord.Tests.Support;

namespace PolicyBot.FakeDiscord.Tests.Api;

/// <summary>Rate limits, and how the server reports them.</summary>
public sealed class RateLimitTests
{
    private const string Plain = """{"content":"a"}""";
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task Posts_FiveInFiveSeconds_ReportTheRemainder()
    {
        await using var server = await TestServer.StartAsync();
        var reset = server.Clock.GetUtcNow().AddSeconds(5).ToUnixTimeSeconds();
        var buckets = new HashSet<string?>();
        for (var left = 4; left >= 0; left--)
        {
            var answer = await server.PostAsync(server.Messages, Plain);
            Assert.Equal((200, "5"), (answer.Status, answer.Header("X-RateLimit-Limit")));
            Assert.Equal($"{left}", answer.Header("X-RateLimit-Remaining"));
            Assert.Equal($"{5 - (4 - left)}.000", answer.Header("X-RateLimit-Reset-After"));
            Assert.Equal($"{reset}.000", answer.Header("X-RateLimit-Reset"));
            buckets.Add(answer.Header("X-RateLimit-Bucket"));
            server.Clock.Advance(TimeSpan.FromSeconds(1) - (left == 0 ? Moment : TimeSpan.Zero));
        }

        var refused = await server.PostAsync(server.Messages, Plain);

        Assert.Equal(
            (429, "1", "0.001"),
            (refused.Status, refused.Header("Retry-After"), refused.Header("X-RateLimit-Reset-After")));
        Assert.Equal(("5", "0"), (refused.Header("X-RateLimit-Limit"), refused.Header("X-RateLimit-Remaining")));
        Assert.Equal(("user", null), (refused.Header("X-RateLimit-Scope"), refused.Header("X-RateLimit-Global")));
        Assert.Equal((0.001, false), ((double)refused.Body!["retry_after"]!, (bool)refused.Body["global"]!));
        Assert.Equal("You are being rate limited.", (string?)refused.Body["message"]);
        buckets.Add(refused.Header("X-RateLimit-Bucket"));
        Assert.NotNull(Assert.Single(buckets));
        Assert.Equal(5, server.Discord.GetMessages(server.Discord.Channel).Count);
    }

    [Fact]
    public async Task Posts_SixthInFiveSeconds_IsAcceptedAfterRetryAfter()
    {
        await using var server = await TestServer.StartAsync();
        for (var number = 0; number < 5; number++)
            Assert.Equal(200, (await server.PostAsync(server.Messages, Plain)).Status);
        server.Clock.Advance(TimeSpan.FromSeconds(1.3));

        var refused = await server.PostAsync(server.Messages, Plain);
        Assert.Equal(
            (429, "4", 3.7), (refused.Status, refused.Header("Retry-After"), (double)refused.Body!["retry_after"]!));

        server.Clock.Advance(TimeSpan.FromSeconds(3.7) - Moment);
        Assert.Equal(429, (await server.PostAsync(server.Messages, Plain)).Status);
        server.Clock.Advance(Moment);
        var taken = await server.PostAsync(server.Messages, Plain);
        Assert.Equal(
            (200, "4", "5.000"),
            (taken.Status, taken.Header("X-RateLimit-Remaining"), taken.Header("X-RateLimit-Reset-After")));
    }

    [Fact]
    public async Task Posts_IntoTwoChannels_AreCountedSeparatelyInOneBucket()
    {
        await using var server = await TestServer.StartAsync();
        var other = server.Discord.AddChannel("other");
        for (var number = 0; number < 5; number++)
            await server.PostAsync(server.Messages, Plain);

        var here = await server.PostAsync(server.Messages, Plain);
        var there = await server.PostAsync($"channels/{other.Id}/messages", Plain);

        Assert.Equal((429, 200, "4"), (here.Status, there.Status, there.Header("X-RateLimit-Remaining")));
        Assert.Equal(here.Header("X-RateLimit-Bucket"), there.Header("X-RateLimit-Bucket"));
    }

    [Fact]
    public async Task OtherRoutes_TwentyFirstInASecond_IsRefused()
    {
        await using var server = await TestServer.StartAsync();
        for (var number = 0; number < 20; number++)
            Assert.Equal(200, (await server.GetAsync(server.Messages)).Status);

        var refused = await server.GetAsync(server.Messages);
        Assert.Equal((429, "user"), (refused.Status, refused.Header("X-RateLimit-Scope")));
        Assert.Equal(200, (await server.GetAsync("users/@me")).Status);
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await server.GetAsync(server.Messages)).Status);
    }

    [Fact]
    public async Task Requests_FiftyFirstInASecond_IsRefusedGlobally()
    {
        await using var server = await TestServer.StartAsync();
        await SpendAsync(server, 50);

        server.Clock.Advance(TimeSpan.FromSeconds(0.25));
        var refused = await server.GetAsync("users/@me");

        Assert.Equal((429, "1"), (refused.Status, refused.Header("Retry-After")));
        Assert.Equal(("global", "true"), (refused.Header("X-RateLimit-Scope"), refused.Header("X-RateLimit-Global")));
        Assert.Equal((0.75, true), ((double)refused.Body!["retry_after"]!, (bool)refused.Body["global"]!));
        Assert.Null(refused.Header("X-RateLimit-Bucket"));
        server.Clock.Advance(TimeSpan.FromSeconds(0.75) - Moment);
        Assert.Equal(429, (await server.GetAsync("users/@me")).Status);
        server.Clock.Advance(Moment);
        Assert.Equal(200, (await server.GetAsync("users/@me")).Status);
    }

    [Fact]
    public async Task Callbacks_BeyondTheGlobalLimit_AreAccepted()
    {
        await using var server = await TestServer.StartAsync();
        await server.PutAsync(server.Commands, $"[{CommandLimits.Named("ask")}]");
        await SpendAsync(server, 49);
        Assert.Equal(429, (await server.GetAsync("users/@me")).Status);

        for (var number = 0; number < 60; number++)
        {
            var interaction = server.Discord.UseCommand("ask");
            var callback = await server.CallbackAsync(interaction, """{"type":5}""");
            Assert.Equal((204, null), (callback.Status, callback.Header("X-RateLimit-Limit")));
            Assert.Equal(
                200, (await server.PatchAsync($"{server.Webhook(interaction)}/messages/@original", Plain)).Status);
            var followUp = await server.PostAsync(server.Webhook(interaction), Plain);
            Assert.Equal((200, "20"), (followUp.Status, followUp.Header("X-RateLimit-Limit")));
        }

        Assert.Equal(429, (await server.GetAsync("users/@me")).Status);
    }

    [Theory]
    [InlineData("Bot wrong")]
    [InlineData("fake-token")]
    [InlineData("Bearer fake-token")]
    public async Task Request_WithoutTheToken_IsUnauthorized(string authorization)
    {
        await using var server = await TestServer.StartAsync();
        using var client = new HttpClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        using var answer =
            await client.GetAsync(new Uri($"{server.Discord.ApiUrl}/users/@me"), TestContext.Current.CancellationToken);

        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Equal(
            """{"message":"401: Unauthorized","code":0}""",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(server.Clock.GetUtcNow(), answer.Headers.Date);
    }

    private static async Task SpendAsync(TestServer server, int requests)
    {
        for (var number = 0; number < requests; number++)
        {
            var answer = await server.GetAsync($"channels/{server.Discord.AddChannel($"c{number}").Id}");
            Assert.Equal(200, answer.Status);
        }
    }
}
