using System.Globalization;
using Npgsql;
using PolicyBot.FakeDiscord;
using PolicyBot.Tests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.Tests.Processes;

/// <summary>Two processes as a StatefulSet starts them, with half of the shards each and one database.</summary>
public sealed class SeveralProcessesTests(PostgresServer postgres)
{
    private const int Guilds = 200;
    private const int Shards = 4;
    private const string Posts = "/channels/{channel_id}/messages";
    private const string Commands = "/applications/{application_id}/commands";

    private static readonly RateLimitRule NoLimit = new(10_000, TimeSpan.FromSeconds(1));

    private readonly TestClock _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Mentions, because a process that has just started on a busy machine may be too late for an interaction.
    [Fact(Timeout = 180_000)]
    public async Task Run_OneIsKilledAndRestarted_EachMentionIsAnsweredOnce()
    {
        var database = await postgres.CreateEmptyAsync();
        await using var server = await FakeDiscordServer.StartAsync(
            new FakeDiscordOptions
            {
                TimeProvider = _clock,
                Guilds = Guilds,
                MaxConcurrency = Shards,
                OtherRoutes = NoLimit,
                GlobalPerSecond = NoLimit.Limit,
            },
            TestContext.Current.CancellationToken);
        // Guild i is on shard i modulo the number of shards, and the first process has the first half of them.
        var channels = server.Guilds.Select(g => server.AddChannel("here", g))
            .Append(server.GetDirectMessages(server.User))
            .ToList();
        var ofFirst = channels.Where((_, i) => i % Shards < Shards / 2).ToList();
        var (before, meanwhile) = (channels.Take(80).ToList(), ofFirst.Skip(40).Take(20).ToList());
        using var first = Start(server, database, 0);
        using (var killed = Start(server, database, 1))
        {
            await WaitForShardsAsync(server, Shards);
            await MentionAsync(server, before, alreadySent: 0);
            killed.Process.Kill();
            await killed.Process.WaitForExitAsync(Cancellation);
        }

        await MentionAsync(server, meanwhile, before.Count);
        await PassIntervalAsync(database);
        using var restarted = Start(server, database, 1);
        await WaitForShardsAsync(server, Shards * 3 / 2);
        var rest = channels.Except(before).Except(meanwhile).ToList();
        await MentionAsync(server, rest, before.Count + meanwhile.Count);

        Assert.Equal(
            [0, 1, 2, 2, 3, 3], server.Log.Records.OfType<IdentifiedRecord>().Select(i => i.Shard).Order());
        Assert.Equal(0, server.Log.Count<IdentifyRefusedRecord>());
        Assert.All(channels, c => Assert.Single(server.GetMessages(c), m => m.AuthorId == server.Bot.UserId));
        Assert.Equal(channels.Count, server.Log.Count<RequestRecord>(IsPost));
        // Only the process with shard 0 registers the commands.
        Assert.Equal(1, server.Log.Count<RequestRecord>(r => r is { Method: "GET", Route: Commands }));
        Assert.Empty(server.Violations);
    }

    private static KilledProcess Start(
        FakeDiscordServer server, NpgsqlConnectionStringBuilder database, int ordinal) =>
        new(BotProcess.Start(new Dictionary<string, string>
        {
            ["DISCORD__TOKEN"] = server.Bot.Token,
            ["DISCORD__APIURL"] = server.ApiUrl.AbsoluteUri,
            ["DISCORD__CONNECTION"] = "BuiltIn",
            // One user uses all commands.
            ["DISCORD__USERLIMIT"] = "1000000",
            ["DISCORD__SHARDS"] = Shards.ToString(CultureInfo.InvariantCulture),
            ["DISCORD__SHARDIDS"] = "ordinal",
            ["DISCORD__SHARDSPERPROCESS"] = (Shards / 2).ToString(CultureInfo.InvariantCulture),
            ["POD_NAME"] = string.Create(CultureInfo.InvariantCulture, $"policybot-{ordinal}"),
            ["POLICYBOT_Storage__Provider"] = "PostgreSql",
            ["POLICYBOT_Storage__ConnectionString"] = database.ConnectionString,
        }));

    private static async Task WaitForShardsAsync(FakeDiscordServer server, int count)
    {
        // The machine may be busy, and a process needs the database before it identifies.
        await server.Log.WaitForAsync<ConnectedRecord>(count: count, ct: Cancellation);
        await server.Log.WaitForAsync<IdentifiedRecord>(count: count, ct: Cancellation);
    }

    private static async Task MentionAsync(
        FakeDiscordServer server, List<DiscordChannel> channels, int alreadySent)
    {
        foreach (var channel in channels)
            server.SendMessage($"<@{server.Bot.UserId}> who signed the letter?", channel);
        await server.Log.WaitForAsync<RequestRecord>(IsPost, alreadySent + channels.Count, Cancellation);
    }

    private static bool IsPost(RequestRecord request) => request is { Method: "POST", Route: Posts };

    // Discord's five seconds pass, on both clocks that count them.
    private async Task PassIntervalAsync(NpgsqlConnectionStringBuilder database)
    {
        _clock.Advance(TimeSpan.FromSeconds(6));
        await PostgresServer.ExecuteAsync(database, "UPDATE connection_turns SET taken_at = taken_at - 6000");
    }
}
