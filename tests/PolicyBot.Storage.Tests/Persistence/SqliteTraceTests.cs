using System.Text;
using NodaTime;
using PolicyBot.Chat.Usage;
using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Persistence;

/// <summary>What is deleted can't be found in SQLite's files any more.</summary>
public sealed class SqliteTraceTests(PostgresServer server) : StoreTests(server)
{
    private const string Mark = "marked words";
    private const int Questions = 400;

    private static readonly Duration Hour = Duration.FromHours(1);

    internal override async Task<ITestDatabase> CreateAsync() => await SqliteTestDatabase.CreateMigratedAsync();

    [Fact]
    public async Task Delete_OfAServer_LeavesNothingInTheFiles()
    {
        await FillAsync();
        Assert.InRange(CountMarks(), Questions, int.MaxValue);

        await Communities.DeleteAsync("guild", deletesCuration: true, Cancellation);

        Assert.Equal(0, CountMarks());
        Assert.Single(await Usage.ListUnansweredAsync("other", 10, Cancellation));
    }

    [Fact]
    public async Task PurgeExpired_Questions_LeavesNothingInTheFiles()
    {
        await FillAsync();

        await Usage.PurgeExpiredAsync(Noon + (3 * Hour), Noon, Noon, Cancellation);

        Assert.Equal(0, CountMarks());
    }

    [Fact]
    public async Task TrimQuestions_LeavesNothingAfterTheNextPurge()
    {
        await FillAsync();

        await Usage.TrimQuestionsAsync(["guild"], 0, Cancellation);
        await Usage.PurgeExpiredAsync(Noon - Hour, Noon - Hour, Noon - Hour, Cancellation);

        Assert.Equal(0, CountMarks());
    }

    [Fact]
    public async Task Delete_WhileSomebodyReads_IsDoneAndTheNextOneRemovesTheTraces()
    {
        await FillAsync();
        await using (var reader = await TestDatabase.OpenAsync())
        {
            await ExecuteAsync(reader, "BEGIN; SELECT count(*) FROM questions");
            await Communities.DeleteAsync("guild", deletesCuration: true, Cancellation);
            Assert.Empty(await Usage.ListUnansweredAsync("guild", 10, Cancellation));
            await ExecuteAsync(reader, "COMMIT");
        }

        await Usage.PurgeExpiredAsync(Noon - Hour, Noon - Hour, Noon - Hour, Cancellation);

        Assert.Equal(0, CountMarks());
    }

    // In several steps and with changes, so that rows move between pages.
    private async Task FillAsync()
    {
        for (var step = 0; step < 8; step++)
        {
            var questions = Enumerable.Range(0, Questions).Where(i => i % 8 == step).Select(i => Create(i, step));
            var batch = new UsageBatch("guild", [], [.. questions]);
            await Usage.AddAsync([batch], Noon + (Hour * (step % 3)), Cancellation);
            await Usage.AddAsync(
                [
                    new UsageBatch("guild", [], [Create(step, step)])
                    {
                        Suggestions = [new SuggestedPhrasing("a", Create(step, step).Text, "e")],
                    },
                ],
                Noon,
                Cancellation);
        }

        var other = new UsageBatch("other", [], [Create(1, 1) with { Text = "Which?" }]);
        await Usage.AddAsync([other], Noon + (9 * Hour), Cancellation);
    }

    private static UnansweredQuestion Create(int number, int step) => new(
        "a", $"{number} {Mark} {new string('x', number % 250)}?", UsageKind.NotUnderstood, step + 1, Noon);

    private int CountMarks()
    {
        var mark = Encoding.UTF8.GetBytes(Mark);
        return Directory.GetFiles(TestDatabase.Options.DataFolder!).Sum(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray().AsSpan().Count(mark);
        });
    }
}
