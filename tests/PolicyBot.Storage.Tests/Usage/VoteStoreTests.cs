using PolicyBot.Chat.Usage;
using PolicyBot.Storage.Tests.Support;
using PolicyBot.Storage.Usage;

namespace PolicyBot.Storage.Tests.Usage;

public sealed class VoteStoreTests(PostgresServer server) : StoreTests(server)
{
    private const string User = "123456789012345678";

    private static readonly Vote Up = new("guild", User, "a", "e", IsHelpful: true);
    private static readonly Vote Down = Up with { IsHelpful = false };

    private static readonly VoteResult Same = new(false, ReplacesOpposite: false, IsFirstNotHelpful: false);
    private static readonly VoteResult New = new(true, ReplacesOpposite: false, IsFirstNotHelpful: false);
    private static readonly VoteResult Changed = new(true, ReplacesOpposite: true, IsFirstNotHelpful: false);

    [Theory]
    [OnBothDatabases]
    public async Task Record_SameVoteAgain_CountsOnceAlsoAfterARestart(Database database)
    {
        Assert.Equal(New, await RecordAsync(Up));
        Assert.Equal(Same, await RecordAsync(Up));
        Assert.Equal(Same, await new VoteStore(NewDatabase()).RecordAsync(Up, Noon, Cancellation));
        Assert.Equal(Changed with { IsFirstNotHelpful = true }, await RecordAsync(Down));
        Assert.Equal(Same, await RecordAsync(Down));
        Assert.Equal(Changed, await RecordAsync(Up));
        Assert.Equal(Changed, await RecordAsync(Down));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Record_OtherVoterServerArticleOrEntry_IsAnotherVote(Database database)
    {
        Vote[] votes =
        [
            Down, Down with { Server = "other" }, Down with { User = "8" }, Down with { Article = "b" },
            Down with { Entry = "f" },
        ];

        foreach (var vote in votes) Assert.Equal(New with { IsFirstNotHelpful = true }, await RecordAsync(vote));
        Assert.Equal(votes.Length, await CountAsync("SELECT count(*) FROM votes"));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Record_SameVoteAtTheSameTime_CountsOnce(Database database)
    {
        IVoteStore[] stores = [.. Enumerable.Range(0, 4).Select(_ => new VoteStore(NewDatabase()))];

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            i => Task.Run(() => stores[i % stores.Length].RecordAsync(Down, Noon, Cancellation))));

        Assert.Equal(New with { IsFirstNotHelpful = true }, Assert.Single(results, r => r.IsCounted));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Record_Voter_IsOnlyAHashWithTheServersKey(Database database)
    {
        await RecordAsync(Up);
        await RecordAsync(Up with { Server = "other" });

        Assert.Equal(2, await CountAsync("SELECT count(DISTINCT hash) FROM votes"));
        Assert.Equal(2, await CountAsync("SELECT count(DISTINCT key) FROM vote_keys WHERE length(key) = 64"));
        Assert.Equal(0, await CountAsync($"SELECT count(*) FROM votes WHERE hash LIKE '%{User}%'"));
        Assert.Equal(2, await CountAsync("SELECT count(*) FROM votes WHERE at % 86400000 = 0"));
    }

    [Theory]
    [OnBothDatabases]
    public async Task PurgeExpired_VotesOfEarlierDays_CountAgain(Database database)
    {
        await RecordAsync(Up);
        await Votes.PurgeExpiredAsync(Noon - NodaTime.Duration.FromHours(13), Cancellation);
        Assert.Equal(Same, await RecordAsync(Up));

        await Votes.PurgeExpiredAsync(Noon, Cancellation);

        Assert.Equal(0, await CountAsync("SELECT count(*) FROM votes"));
        Assert.Equal(New, await RecordAsync(Up));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Delete_OfAServer_ForgetsItsVotesAndItsKey(Database database)
    {
        await RecordAsync(Up);
        await RecordAsync(Up with { Server = "other" });

        await Communities.DeleteAsync("guild", deletesCuration: false, Cancellation);

        Assert.Equal(1, await CountAsync("SELECT count(*) FROM votes"));
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM vote_keys"));
        Assert.Equal(New, await RecordAsync(Up));
        Assert.Equal(Same, await RecordAsync(Up with { Server = "other" }));
    }

    private Task<VoteResult> RecordAsync(Vote vote) => Votes.RecordAsync(vote, Noon, Cancellation);
}
