namespace PolicyBot.FakeDiscord.Tests.Limits;

/// <summary>Every way to register a command keeps its limits.</summary>
public sealed class CommandEdgeTests(EdgeServers servers) : IClassFixture<EdgeServers>
{
    public static TheoryData<string, string, bool> Edges =>
        Edge.Rows(CommandEdges.All, "put", "put in a guild", "post", "post in a guild");

    [Theory]
    [MemberData(nameof(Edges))]
    public Task Command_AtALimitAndBeyond_IsTakenAndRefused(string name, string way, bool checksRequests)
    {
        var edge = CommandEdges.All.Single(edge => edge.Name == name);
        var isList = way.StartsWith("put", StringComparison.Ordinal);
        var prefix = !isList ? "" : edge.Error.StartsWith(':') ? "0" : "0.";
        return servers.CheckAsync(checksRequests, edge, prefix, (server, body) =>
        {
            var path = way.EndsWith("guild", StringComparison.Ordinal) ? server.GuildCommands : server.Commands;
            return isList ? server.PutAsync(path, $"[{body}]") : server.PostAsync(path, body);
        });
    }
}
