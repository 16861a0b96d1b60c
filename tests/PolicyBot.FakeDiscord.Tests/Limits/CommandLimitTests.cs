namespace PolicyBot.FakeDiscord.Tests.Limits;

/// <summary>The limits of commands apply to every way to register one.</summary>
public sealed class CommandLimitTests(LimitServers servers) : IClassFixture<LimitServers>
{
    public static TheoryData<string, string, bool> Edges =>
        LimitCase.Rows(CommandLimits.All, "put", "put in a guild", "post", "post in a guild");

    [Theory]
    [MemberData(nameof(Edges))]
    public Task Command_AtALimitAndBeyond_IsAcceptedAndRefused(string name, string way, bool checksRequests)
    {
        var edge = CommandLimits.All.Single(edge => edge.Name == name);
        var isList = way.StartsWith("put", StringComparison.Ordinal);
        var prefix = !isList ? "" : edge.Error.StartsWith(':') ? "0" : "0.";
        return servers.CheckAsync(checksRequests, edge, prefix, (server, body) =>
        {
            var path = way.EndsWith("guild", StringComparison.Ordinal) ? server.GuildCommands : server.Commands;
            return isList ? server.PutAsync(path, $"[{body}]") : server.PostAsync(path, body);
        });
    }
}
