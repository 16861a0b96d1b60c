using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PolicyBot.TestUtilities;

namespace PolicyBot.FakeDiscord.Tests.Support;

/// <summary>A fake Discord with a stopped clock, and an HTTP client for it.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    /// <summary>A limit that no test reaches.</summary>
    public static readonly RateLimitRule NoLimit = new(1_000_000, TimeSpan.FromSeconds(1));

    private readonly HttpClient _client;

    private TestServer(FakeDiscordServer discord, TestClock clock)
    {
        Discord = discord;
        Clock = clock;
        _client = new HttpClient { BaseAddress = new Uri($"{discord.ApiUrl}/") };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", discord.Bot.Token);
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("DiscordBot (https://example.org, 1.0)");
    }

    public FakeDiscordServer Discord { get; }

    public TestClock Clock { get; }

    public string Messages => $"channels/{Discord.Channel.Id}/messages";

    public string Commands => $"applications/{Discord.Bot.ApplicationId}/commands";

    public string GuildCommands => $"applications/{Discord.Bot.ApplicationId}/guilds/{Discord.Guild.Id}/commands";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>
    /// Starts a server that doesn't check requests against Discord's description, unless configured otherwise.
    /// </summary>
    public static async Task<TestServer> StartAsync(Func<FakeDiscordOptions, FakeDiscordOptions>? change = null)
    {
        var clock = new TestClock();
        var options = new FakeDiscordOptions { TimeProvider = clock, ChecksRequests = false };
        var discord = await FakeDiscordServer.StartAsync(change is null ? options : change(options), Cancelled);
        return new TestServer(discord, clock);
    }

    /// <summary>A server without rate limits, with a command /ask.</summary>
    public static async Task<TestServer> StartWithCommandAsync(bool checksRequests = false)
    {
        var server = await StartAsync(options => options with
        {
            ChecksRequests = checksRequests,
            ChannelMessages = NoLimit,
            OtherRoutes = NoLimit,
            GlobalPerSecond = NoLimit.Limit,
        });
        const string Ask = """
            [{"name":"ask","description":"Asks.","options":[
              {"type":3,"name":"question","description":"What.","autocomplete":true}]}]
            """;
        Assert.Equal(200, (await server.PutAsync(server.Commands, Ask)).Status);
        return server;
    }

    public Task<TestResponse> GetAsync(string path) => SendAsync(HttpMethod.Get, path, (HttpContent?)null);

    public Task<string> GetTextAsync(string path) => _client.GetStringAsync(path, Cancelled);

    public Task<TestResponse> PostAsync(string path, string json) => SendAsync(HttpMethod.Post, path, json);

    public async Task<TestResponse> PostAsync(string path, byte[] body, string type)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        return await SendAsync(HttpMethod.Post, path, content);
    }

    public Task<TestResponse> PutAsync(string path, string json) => SendAsync(HttpMethod.Put, path, json);

    public Task<TestResponse> PatchAsync(string path, string json) => SendAsync(HttpMethod.Patch, path, json);

    public Task<TestResponse> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, (HttpContent?)null);

    public Task<TestResponse> CallbackAsync(SentInteraction interaction, string json) =>
        PostAsync($"interactions/{interaction.Id}/{interaction.Token}/callback", json);

    /// <summary>The path for follow-ups of an interaction.</summary>
    public string Webhook(SentInteraction interaction) => $"webhooks/{Discord.Bot.ApplicationId}/{interaction.Token}";

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Discord.DisposeAsync();
    }

    private async Task<TestResponse> SendAsync(HttpMethod method, string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await SendAsync(method, path, content);
    }

    private async Task<TestResponse> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var response = await _client.SendAsync(request, Cancelled);
        var body = await response.Content.ReadAsStringAsync(Cancelled);
        return new TestResponse(
            (int)response.StatusCode, body.Length == 0 ? null : JsonNode.Parse(body), response.Headers);
    }
}
