using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Matching.Semantic;
using PolicyBot.Knowledge.Tests.Encoding;
using PolicyBot.Knowledge.Tests.Support;

namespace PolicyBot.Knowledge.Tests.Answering;

/// <summary>
/// Holds that a question which exchanges who does what to whom isn't answered, and that the same question the right way
/// round still finds its answer; with the sentence encoder.
/// </summary>
public sealed class RolePairTests(ITestOutputHelper output)
{
    private const int FewPhrasings = 5;
    private const int PairsPerArticle = 16;

    [Fact]
    public void All_Pairs_AreEnoughWithExistingEntries()
    {
        Assert.All(RolePair.All.GroupBy(p => p.Article), pairs =>
        {
            Assert.True(pairs.Count() >= PairsPerArticle, $"{pairs.Key}: {pairs.Count()} pairs.");
            var entries = Read(pairs.Key).Questions.Select(q => q.Id).ToHashSet();
            Assert.All(
                pairs, p => Assert.All(p.RightEntries.Concat(p.TwistedEntries), e => Assert.Contains(e, entries)));
        });
        Assert.Equal(3, RolePair.All.Select(p => p.Article).Distinct().Count());
    }

    [Fact]
    public void All_Pairs_AreNotPhrasings()
    {
        var phrasings = RolePair.All.Select(p => p.Article).Distinct().Select(Read)
            .SelectMany(s => s.Questions.Concat<Entry>(s.Unanswerable)).SelectMany(e => e.Phrasings.Append(e.Question))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.DoesNotContain(RolePair.All, p => phrasings.Contains(p.Right) || phrasings.Contains(p.Twisted));
    }

    [Fact]
    public void Ask_ShippedSet_AnswersNoTwistedQuestion() =>
        AssertPairs(ShippedAnswerer.Set, TestVectors.Shipped, leastVisible: 29, mostWrong: 0);

    [Theory]
    [InlineData(1005, 27)]
    [InlineData(2005, 26)]
    public void Ask_ShippedSetWithFivePhrasings_AnswersNoTwistedQuestion(int seed, int leastVisible) => AssertPairs(
        SetCutter.Cut(ShippedAnswerer.Set, FewPhrasings, seed), TestVectors.Shipped, leastVisible, mostWrong: 0);

    // Still answered: "What power does the meat have over the Government?", "What do shoppers tell the companies
    // today?"
    [Theory]
    [InlineData("meat-inspection", 25, 1)]
    [InlineData("prepaid-disclosures", 27, 1)]
    public void Ask_FurtherArticle_AnswersNoMoreTwistedQuestionsThanMeasured(
        string name, int leastVisible, int mostWrong) =>
        AssertPairs(Read(name), new VectorStore(EncoderTestFile.Encoder), leastVisible, mostWrong);

    private static KnowledgeSet Read(string name) =>
        name == ShippedSet.Name ? ShippedAnswerer.Set : ArticleFolder.Read(name).Set;

    private void AssertPairs(KnowledgeSet set, VectorStore vectors, int leastVisible, int mostWrong)
    {
        var answerer = new Answerer(set, vectors: vectors, cancellationToken: TestContext.Current.CancellationToken);
        var pairs = RolePair.All.Where(p => p.Article == set.Name).ToList();

        var hidden = pairs.Where(p => !p.RightEntries.Contains(FindVisible(answerer.Ask(p.Right)))).ToList();
        var wrong = pairs.Where(p => answerer.Ask(p.Twisted) is Answer.Answered answered
            && !p.TwistedEntries.Contains(answered.Entry.Id)).ToList();

        output.WriteLine($"{set.Name}: {pairs.Count} pairs; of right questions, {pairs.Count - hidden.Count} "
            + $"have their answer visible; of twisted questions, {wrong.Count} are answered.");
        foreach (var pair in hidden) output.WriteLine($"not visible: {pair.Right}");
        foreach (var pair in wrong) output.WriteLine($"answered: {pair.Twisted} ({pair.Twist})");
        Assert.True(wrong.Count <= mostWrong, string.Join('\n', wrong.Select(p => p.Twisted)));
        Assert.True(pairs.Count - hidden.Count >= leastVisible, string.Join('\n', hidden.Select(p => p.Right)));
    }

    private static string? FindVisible(Answer answer) => answer switch
    {
        Answer.Answered answered => answered.Entry.Id,
        Answer.NoPreparedAnswer prepared => prepared.Closest?.Id,
        _ => null,
    };
}
