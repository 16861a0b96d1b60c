using PolicyBot.FakeDiscord.Tests.Support;

namespace PolicyBot.FakeDiscord.Tests.Limits;

/// <summary>
/// The servers of a table of edges: one leaves the rules to itself, the other also holds every request against
/// Discord's description, so that the table itself is checked where that is at hand.
/// </summary>
public sealed class EdgeServers : IAsyncDisposable
{
    private readonly Dictionary<bool, StandInServer> _servers = [];

    internal async Task<StandInServer> GetAsync(bool checksRequests)
    {
        if (!_servers.TryGetValue(checksRequests, out var server))
            _servers[checksRequests] = server = await StandInServer.StartWithCommandAsync(checksRequests);
        return server;
    }

    /// <summary>Sends what is just within a limit, then what is just beyond it.</summary>
    internal async Task CheckAsync(
        bool checksRequests, Edge edge, string prefix, Func<StandInServer, string, Task<Answer>> send)
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

    /// <summary>Ends the servers.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.Values)
            await server.DisposeAsync();
    }
}
