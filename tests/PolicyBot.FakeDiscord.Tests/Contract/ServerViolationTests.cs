using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace PolicyBot.FakeDiscord.Tests.Contract;

/// <summary>The fake Discord checks every request against Discord's description.</summary>
public sealed class ServerViolationTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Violations_MisspelledRequest_SayWhatIsWrong()
    {
        _ = PublishedContract.Contract;
        await using var server = await FakeDiscordServer.StartAsync(cancellationToken: Cancelled);
        using var client = Client(server);

        await client.PostAsJsonAsync(
            $"channels/{server.Channel.Id}/messages", new { content = "a", embed = "b" }, Cancelled);

        var violation = Assert.Single(server.Violations);
        Assert.Equal(("POST", $"/channels/{server.Channel.Id}/messages"), (violation.Method, violation.Path));
        Assert.Equal("$.embed: unknown property", violation.Problem);
    }

    [Fact]
    public async Task Violations_ValidRequest_AreEmpty()
    {
        await using var server = await FakeDiscordServer.StartAsync(cancellationToken: Cancelled);
        using var client = Client(server);

        await client.PostAsJsonAsync($"channels/{server.Channel.Id}/messages", new { content = "a" }, Cancelled);

        Assert.Empty(server.Violations);
    }

    private static HttpClient Client(FakeDiscordServer server)
    {
        var client = new HttpClient { BaseAddress = new Uri($"{server.ApiUrl}/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", server.Bot.Token);
        client.DefaultRequestHeaders.UserAgent.ParseAdd("DiscordBot (https://example.org, 1.0)");
        return client;
    }
}
