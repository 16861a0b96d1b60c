using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Health;

/// <summary>What the bot says about itself over HTTP.</summary>
public sealed class HealthTests : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = FindAddress() };
    private readonly DataFolder _data = new();

    public void Dispose()
    {
        _http.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task Ready_ShardLost_IsUnhealthyUntilItIsBack()
    {
        await using var bot = await StartAsync();
        bot.Server.GatewayFaults.Drop();
        await bot.Log.WaitForAsync("Connection lost");
        var lost = await GetAsync("/health/ready");
        await bot.Clock.AdvanceToTimerAsync(TimeSpan.Zero, TimeSpan.FromSeconds(5));
        await bot.Log.WaitForAsync("Session resumed");
        var back = await GetAsync("/health/ready");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (lost.Code, lost.GetStatus("gateway")));
        Assert.Equal(
            "Reconnecting",
            lost.GetCheck("gateway").GetProperty("data").GetProperty("shard 0").GetString());
        Assert.Equal((HttpStatusCode.OK, "Healthy"), (back.Code, back.GetStatus("gateway")));
        Assert.Equal("Healthy", back.GetStatus("article"));
    }

    [Fact]
    public async Task Health_NoDatabase_IsDegradedAndSaysWhy()
    {
        var file = Path.Combine(_data.Path, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        await using var bot = await StartAsync(dataFolder: Path.Combine(file, "data"));
        await bot.Log.WaitForAsync("Failed to read which daily posts are due");

        var health = await GetAsync("/health");

        Assert.Equal(HttpStatusCode.OK, health.Code);
        Assert.Equal("Degraded", health.Root.GetProperty("status").GetString());
        Assert.Equal(("Degraded", "Degraded"), (health.GetStatus("database"), health.GetStatus("daily_posts")));
        Assert.Equal(("Healthy", "Healthy"), (health.GetStatus("gateway"), health.GetStatus("encoder")));
    }

    [Fact]
    public async Task Paths_UnknownOrChanged_AreRefused()
    {
        await using var bot = await StartAsync();

        using var live = await _http.GetAsync("/health/live", TestContext.Current.CancellationToken);
        using var unknown = await _http.GetAsync("/", TestContext.Current.CancellationToken);
        using var posted = await _http.PostAsync("/health", null, TestContext.Current.CancellationToken);

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed],
            [live.StatusCode, unknown.StatusCode, posted.StatusCode]);
    }

    private static Uri FindAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    private Task<RunningBot> StartAsync(string? dataFolder = null) => RunningBot.StartAsync(new RunningBot.Setup
    {
        Random = 0.5,
        Data = _data,
        ConfigureAll = options =>
        {
            options.Health.Address = _http.BaseAddress;
            options.Storage.DataFolder = dataFolder ?? _data.Path;
        },
    });

    private async Task<Answer> GetAsync(string path)
    {
        using var response = await _http.GetAsync(path, TestContext.Current.CancellationToken);
        var json = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer(response.StatusCode, JsonDocument.Parse(json).RootElement);
    }

    private sealed record Answer(HttpStatusCode Code, JsonElement Root)
    {
        public JsonElement GetCheck(string name) => Root.GetProperty("results").GetProperty(name);

        public string? GetStatus(string check) => GetCheck(check).GetProperty("status").GetString();
    }
}
