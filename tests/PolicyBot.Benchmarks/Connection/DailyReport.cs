using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.FakeDiscord;
using PolicyBot.Storage;

namespace PolicyBot.Benchmarks.Connection;

/// <summary>
/// Measures the time and resources that the published program needs for many daily posts due at once, and whether it
/// sends each once.
/// </summary>
internal static class DailyReport
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Runs it.</summary>
    /// <param name="executable">The program as published.</param>
    /// <param name="count">How many posts.</param>
    /// <param name="connectionString">A PostgreSQL database that holds nothing; null for a SQLite file.</param>
    /// <param name="output">Where the figures go.</param>
    public static async Task<int> RunAsync(string executable, int count, string? connectionString, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("policybot-").FullName;
        try
        {
            var storage = new StorageOptions { DataFolder = folder };
            if (connectionString is not null)
            {
                storage = new StorageOptions
                {
                    Provider = StorageProvider.PostgreSql,
                    ConnectionString = connectionString,
                };
            }

            var options = new FakeDiscordOptions { ChecksRequests = false };
            await using var server = await FakeDiscordServer.StartAsync(options);
            var channels = Enumerable.Range(0, count).Select(n => server.AddChannel($"news-{n}")).ToList();
            await OrderAsync(storage, server.Guild, channels);

            await using var bot = await BotUnderTest.StartAsync(executable, server, storage);
            var start = TimeProvider.System.GetTimestamp();
            var before = bot.Memory;
            var transactions = await TransactionsAsync(connectionString);
            while (channels.Count(c => server.GetMessages(c).Count > 0) < count)
                await Task.Delay(Look, TimeProvider.System);
            var elapsed = TimeProvider.System.GetElapsedTime(start);

            var posts = server.Log.Records.OfType<RequestRecord>()
                .Where(r => r is { Method: "POST", Route: "/channels/{channel_id}/messages" })
                .ToList();
            var most = posts.GroupBy(p => p.At.ToUnixTimeSeconds()).Max(s => s.Count());
            var (seconds, rate) = (elapsed.TotalSeconds, count / elapsed.TotalSeconds);
            var limited = posts.Count(p => p.Status == 429);
            var repeated = channels.Count(c => server.GetMessages(c).Count > 1);
            var (memoryBefore, memoryAfter) = (before / 1e6, bot.Memory / 1e6);
            Write($"{count} posts due at once on {storage.Provider}: all sent after {seconds:0} s");
            Write($"- {rate:0.0} a second, at most {most} within a second of the clock");
            Write(
                $"requests {posts.Count}, rate-limited {limited}; channels with more than one post: {repeated}");
            Write($"memory {memoryBefore:0} MB before, {memoryAfter:0} MB after");
            Write($"processor {bot.ProcessorTime.TotalSeconds:0.0} s in total");
            // The server counts them a second late.
            await Task.Delay(Look, TimeProvider.System);
            if (await TransactionsAsync(connectionString) - transactions is { } taken)
                Write($"database transactions {taken} ({(double)taken / count:0.0} a post)");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        void Write(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
    }

    // Of all who use the database; null for SQLite, which counts none.
    private static async Task<long?> TransactionsAsync(string? connectionString)
    {
        if (connectionString is null) return null;
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        const string Sql =
            "SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = current_database()";
        await using var command = new NpgsqlCommand(Sql, connection);
        return (long?)await command.ExecuteScalarAsync();
    }

    private static async Task OrderAsync(
        StorageOptions storage, DiscordGuild guild, IEnumerable<DiscordChannel> channels)
    {
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddStorage(storage)
            .BuildServiceProvider();
        var store = services.GetRequiredService<ISubscriptionStore>();
        var now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        var template = new Subscription
        {
            Channel = "",
            Server = guild.Id.ToString(CultureInfo.InvariantCulture),
            Time = now.InUtc().TimeOfDay.With(TimeAdjusters.TruncateToMinute),
            TimeZone = DateTimeZone.Utc,
            SetBy = "1",
            NextDue = now,
        };
        foreach (var channel in channels)
        {
            var id = channel.Id.ToString(CultureInfo.InvariantCulture);
            await store.SaveAsync(template with { Channel = id }, CancellationToken.None);
        }
    }
}
