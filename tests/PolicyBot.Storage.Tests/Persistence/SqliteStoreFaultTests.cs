using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Usage;
using PolicyBot.Storage.Persistence;
using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Persistence;

public sealed class SqliteStoreFaultTests(PostgresServer server) : StoreTests(server)
{


    [Theory]
    [InlineData("max_page_count = 1", "max_page_count = 1000000", "disk is full")]
    [InlineData("query_only = 1", "query_only = 0", "read-only")]
    public async Task Add_DiskFullOrReadOnly_ExplainsAddsNothingAndRecovers(
        string limited, string unlimited, string words)
    {
        var limit = new PragmaOnOpen();
        var usage = NewUsage(new SqliteEngine(TestDatabase.Options, limit));
        UsageCount[] counts = [
            .. Enumerable.Range(0, 2000).Select(i => new UsageCount("a", $"e{i:0000}", UsageKind.Answered, 1))
        ];
        await usage.ListUnansweredAsync("guild", 1, Cancellation);
        limit.Pragma = limited;
        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(
            () => usage.AddAsync([new UsageBatch("guild", counts, [])], Noon, Cancellation));
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.Empty(await usage.GetTotalsAsync("guild", Noon - Lease, Noon, Cancellation));

        limit.Pragma = unlimited;
        await usage.AddAsync([new UsageBatch("guild", counts, [])], Noon, Cancellation);
        Assert.Equal(counts, await usage.GetTotalsAsync("guild", Noon - Lease, Noon, Cancellation));
    }
}
