using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Layers;
using PolicyBot.Knowledge.Curation.Writing;
using PolicyBot.Knowledge.Tests.Exchange;

namespace PolicyBot.Knowledge.Tests.Curation.Layers;

public sealed class RandomLayersTests
{
    private const int Seeds = 10;
    private const int Changes = 60;

    public static TheoryData<string> Names => ExchangeSets.Names;

    // What the reader of files accepts is a valid set.
    [Theory]
    [MemberData(nameof(Names))]
    public void Write_OfALayeredSet_IsReadAsTheSameSetOfTheArticle(string name)
    {
        var shipped = ExchangeSets.Read(name);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var set = LayeredSet.Apply(shipped, RandomChanges.Create(shipped, Changes, new Random(seed))).Set;

            var read = ExchangeSets.Read(set, KnowledgeWriter.Write(set, "A server's set."));

            Assert.Equal(ExchangeSets.Format(WithoutServerQuestions(set)), ExchangeSets.Format(read));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Apply_OnlyTheChangesThatApplied_IsTheSameSet(string name)
    {
        var shipped = ExchangeSets.Read(name);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var changes = RandomChanges.Create(shipped, Changes, new Random(seed));
            var layered = LayeredSet.Apply(shipped, changes);
            var rejected = layered.Rejected.Select(r => r.Number).ToHashSet();

            var again = LayeredSet.Apply(shipped, [.. changes.Where(c => !rejected.Contains(c.Number))]);

            Assert.InRange(rejected.Count, 1, Changes * 3 / 4);
            Assert.All(layered.Rejected, r => Assert.NotEmpty(r.Problems));
            Assert.Empty(again.Rejected);
            Assert.Equal(ExchangeSets.Format(layered.Set), ExchangeSets.Format(again.Set));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Apply_WithoutTheLastChange_IsTheSetBeforeIt(string name)
    {
        var shipped = ExchangeSets.Read(name);
        var changes = RandomChanges.Create(shipped, Changes, new Random(1));
        var untouched = ExchangeSets.Format(shipped);
        for (var count = 1; count < Changes; count += 7)
        {
            var before = LayeredSet.Apply(shipped, [.. changes.Take(count)]);
            _ = LayeredSet.Apply(shipped, [.. changes.Take(count + 1)]);

            var undone = LayeredSet.Apply(shipped, [.. changes.Take(count)]);

            Assert.Equal(ExchangeSets.Format(before.Set), ExchangeSets.Format(undone.Set));
            Assert.Equal(before.Rejected.Select(r => r.Number), undone.Rejected.Select(r => r.Number));
        }

        Assert.Equal(untouched, ExchangeSets.Format(shipped));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Apply_RandomChanges_SharesTheOtherEntries(string name)
    {
        var shipped = ExchangeSets.Read(name);
        var changes = RandomChanges.Create(shipped, 5, new Random(2));
        var changed = changes.Select(c => c.Change.Entry).ToHashSet(StringComparer.Ordinal);

        var set = LayeredSet.Apply(shipped, changes).Set;

        foreach (var entry in shipped.Questions.Where(q => !changed.Contains(q.Id) && !q.Related.Any(changed.Contains)))
            Assert.Same(entry, set.FindQuestion(entry.Id));
    }

    private static KnowledgeSet WithoutServerQuestions(KnowledgeSet set) =>
        set with { Questions = [.. set.Questions.Where(q => q.Source is null)] };
}
