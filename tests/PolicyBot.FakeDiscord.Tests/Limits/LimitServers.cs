using PolicyBot.FakeDiscord.Tests.Support;

namespace PolicyBot.FakeDiscord.Tests.Limits;

/// <summary>
/// The servers for a table of limits: one checks only its own rules, the other also checks requests against Discord's
/// description, which verifies the table itself.
/// </summary>
public sealed class LimitServers : IAsyncDisposable
{
    private readonly Dictionary<bool, TestServer> _servers = [];

    internal async Task<TestServer> GetAsync(bool checksRequests)
    {
        if (!_servers.TryGetValue(checksRequests, out var server))
            _servers[checksRequests] = server = await TestServer.StartWithCommandAsync(checksRequests);
        return server;
    }

    /// <summary>Sends a body at a limit, then one beyond it.</summary>
    internal async Task CheckAsync(
        bool checksRequests, LimitCase edge, string prefix, Func<TestServer, string, Task<TestResponse>> send)
    {
        var server = await GetAsync(checksRequests);
        var before = server.Discord.Violations.Count;

        var within = await send(server, edge.Within);
        Assert.InRange(within.Status, 200, 204);
        Assert.Empty(server.Discord.Violations.Skip(before));

        var beyond = await send(server, edge.Beyond);
        Assert.Equal((400, 50035), (beyond.Status, beyond.Code));
        Assert.Equal("Invalid Form Body", (string?)beyond.Body!["message"]);
        Assert.Equal([$"{prefix}{edge.Error}"], beyond.Errors);
        Assert.Equal(checksRequests, server.Discord.Violations.Count > before);
    }

    /// <summary>Stops the servers.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.Values)
            await server.DisposeAsync();
    }
}
