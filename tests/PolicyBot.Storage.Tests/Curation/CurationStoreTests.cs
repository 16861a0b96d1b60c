using NodaTime;
using PolicyBot.Chat.Curation;
using PolicyBot.Chat.Servers;
using PolicyBot.Storage.Curation;
using PolicyBot.Storage.Tests.Support;

namespace PolicyBot.Storage.Tests.Curation;

public sealed class CurationStoreTests(PostgresServer server) : StoreTests(server)
{
    [Theory]
    [OnBothDatabases]
    public async Task Read_Added_ReturnsAllProperties(Database database)
    {
        Assert.True(await Curation.TryAddAsync("guild", Change, 0, Cancellation));
        Assert.True(await Curation.TryAddAsync("guild", Change with { Author = null, Reason = null }, 1, Cancellation));

        var history = await new CurationStore(NewDatabase()).ReadAsync("guild", Cancellation);

        Assert.Equal(2, history.Revision);
        Assert.Equal([1, 2], history.Changes.Select(c => c.Number));
        AssertSame(Change, history.Changes[0]);
        AssertSame(Change with { Number = 2, Author = null, Reason = null }, history.Changes[1]);
        var other = await Curation.ReadAsync("other", Cancellation);
        Assert.Equal(0, other.Revision);
        Assert.Empty(other.Changes);
    }

    [Theory]
    [OnBothDatabases]
    public async Task TryAdd_TwoModeratorsAtOnce_OnlyOneSucceeds(Database database)
    {
        ICurationStore[] stores = [Curation, new CurationStore(NewDatabase())];
        for (var revision = 0; revision < 10; revision++)
        {
            var based = revision;
            var added = await Task.WhenAll(stores.Select((s, i) => Task.Run(
                () => s.TryAddAsync("guild", Change with { Author = $"{i}" }, based, Cancellation), Cancellation)));

            Assert.Single(added, a => a);
        }

        Assert.Equal(10, (await Curation.ReadAsync("guild", Cancellation)).Changes.Count);
    }

    [Theory]
    [OnBothDatabases]
    public async Task TryUndo_LatestChange_KeepsItInTheHistory(Database database)
    {
        var undone = Change with { UndoneAt = Noon + Duration.FromHours(1), UndoneBy = "8" };
        await Curation.TryAddAsync("guild", Change, 0, Cancellation);

        Assert.False(await Curation.TryUndoAsync("guild", undone, 0, Cancellation));
        Assert.True(await Curation.TryUndoAsync("guild", undone, 1, Cancellation));
        Assert.False(await Curation.TryAddAsync("guild", Change, 1, Cancellation));
        Assert.True(await Curation.TryAddAsync("guild", Change, 2, Cancellation));

        var history = await Curation.ReadAsync("guild", Cancellation);
        AssertSame(undone, history.Changes[0]);
        Assert.Equal([3], history.ListActive("harbour").Select(c => c.Number));
        Assert.Empty(history.ListActive("bridge"));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Find_ServerWithChanges_ReturnsItsRevision(Database database)
    {
        await Curation.TryAddAsync("guild", Change, 0, Cancellation);

        var expected = new ServerSettings { Curation = new ServerRevision("guild", 1) };
        Assert.Equal(expected, await Communities.FindAsync("guild", Cancellation));
        await Communities.SaveAsync("guild", new ServerSettings { IsPrivate = true }, Cancellation);
        Assert.Equal(expected with { IsPrivate = true }, await Communities.FindAsync("guild", Cancellation));
        Assert.Equal([new("guild", 1)], await Curation.ListRevisionsAsync(Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task Delete_WithoutCuration_ErasesOnlyTheNames(Database database)
    {
        var undone = Change with { UndoneAt = Noon, UndoneBy = "8" };
        foreach (var name in new[] { "guild", "other" })
        {
            await Curation.TryAddAsync(name, Change, 0, Cancellation);
            await Curation.TryUndoAsync(name, undone, 1, Cancellation);
        }

        await Communities.DeleteAsync("guild", deletesCuration: false, Cancellation);

        AssertSame(
            undone with { Author = null, UndoneBy = null },
            Assert.Single((await Curation.ReadAsync("guild", Cancellation)).Changes));
        AssertSame(undone, Assert.Single((await Curation.ReadAsync("other", Cancellation)).Changes));

        await Communities.DeleteAsync("guild", deletesCuration: true, Cancellation);

        Assert.Empty((await Curation.ReadAsync("guild", Cancellation)).Changes);
        Assert.Equal([new("other", 2)], await Curation.ListRevisionsAsync(Cancellation));
    }

    [Theory]
    [OnBothDatabases]
    public async Task DeleteDeparted_ServerThatOnlyChangedItsSet_DeletesTheChanges(Database database)
    {
        await Curation.TryAddAsync("guild", Change, 0, Cancellation);
        var month = Duration.FromDays(30);
        var nowhere = new HashSet<string>();
        await Communities.DeleteDepartedAsync(nowhere, Noon, month, Cancellation);

        Assert.Equal(
            ["guild"], await Communities.DeleteDepartedAsync(nowhere, Noon + month, month, Cancellation));
        Assert.Empty(await Curation.ListRevisionsAsync(Cancellation));
    }

    private static void AssertSame(CurationChange expected, CurationChange actual)
    {
        Assert.Equal(expected.Changes, actual.Changes);
        Assert.Equal(expected, actual with { Changes = expected.Changes });
    }
}
