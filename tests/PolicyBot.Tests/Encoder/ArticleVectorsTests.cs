using PolicyBot.Chat.Articles;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Matching.Semantic;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Encoder;

public sealed class ArticleVectorsTests : IDisposable
{
    private const string Question = "Do felines take many naps?";

    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _article = new();
    private readonly List<string> _warnings = [];

    private string Cache => Path.Combine(_data.FullName, "vectors", "cats.bin");

    [Fact]
    public void Open_SecondStart_EncodesNothingAndDoesNotLoadTheEncoder()
    {
        var first = Start(Read(), out var answer);
        var encoder = BuiltEncoder.Open();
        var second = Start(Read(), out var again, encoder, isAsked: false);

        Assert.Equal(5, first.EncodedTextCount);
        Assert.Equal(0, second.EncodedTextCount);
        Assert.False(encoder.Encoder.IsValueCreated);
        Assert.Null(again);
        Start(Read(), out again);
        Assert.Equal(answer!.Confidence, again!.Confidence);
        Assert.Empty(_warnings);
    }

    [Fact]
    public void Open_PhrasingAdded_EncodesNothingElse()
    {
        Start(Read(), out _);

        Assert.Equal(1, Start(Read("is a cat sleepy"), out _).EncodedTextCount);
        Assert.Equal(0, Start(Read("is a cat sleepy"), out _).EncodedTextCount);
    }

    [Fact]
    public void Open_DamagedCache_IsComputedAgainWithAWarning()
    {
        Start(Read(), out _);
        var bytes = File.ReadAllBytes(Cache);
        File.WriteAllBytes(Cache, bytes[..^10]);

        var second = Start(Read(), out _);

        Assert.Equal(5, second.EncodedTextCount);
        Assert.Equal(
            $"The vectors in {Cache} are damaged or from another sentence encoder, so they are computed again.",
            Assert.Single(_warnings));
        Assert.Equal(bytes, File.ReadAllBytes(Cache));
    }

    [Fact]
    public void Open_CacheThatCannotBeWritten_WorksWithAWarning()
    {
        _data.Write("vectors", "a file in the folder's place");

        var store = Start(Read(), out var answer);

        Assert.Equal(5, store.EncodedTextCount);
        Assert.NotNull(answer);
        Assert.StartsWith($"Failed to cache vectors in {Cache}; they are computed again at the next start.", _warnings[
            ^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Open_VectorsThatShipWithTheArticle_AreReadAndNotCached()
    {
        var set = Read();
        _article.Write("vectors.bin", Start(set, out _).WriteShipped());
        File.Delete(Cache);

        Assert.Equal(0, Start(set, out _).EncodedTextCount);
        Assert.False(File.Exists(Cache));
        Assert.Empty(_warnings);
    }

    [Fact]
    public async Task Open_ManyAtOnce_LeaveOneWholeFile()
    {
        await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(_ => Task.Run(() => Start(Read(), out var _), TestContext.Current.CancellationToken)));

        Assert.Equal(Cache, Assert.Single(Directory.GetFiles(Path.GetDirectoryName(Cache)!)));
        Assert.Equal(0, Start(Read(), out _).EncodedTextCount);
    }

    public void Dispose()
    {
        _data.Dispose();
        _article.Dispose();
    }

    private static KnowledgeSet Read(params string[] phrasings)
    {
        var knowledge = $$"""
            summary:
              line: {text: Cats sleep a lot., evidence: Cats sleep a lot.}
              short: [{text: Cats sleep a lot., evidence: Cats sleep a lot.}]
              points: [{text: Cats purr., evidence: They purr.}]
            questions:
              - id: sleep
                question: Do cats sleep?
                answer: [{text: They sleep a lot., evidence: Cats sleep a lot.}]
                topics: [sleep]
                phrasings: [{{string.Join(", ", phrasings.Prepend("are cats sleepy"))}}]
            """;
        var read = KnowledgeReader.Read(
            "cats", new KnowledgeFile("article.md", "---\ntitle: Cats\n---\n\nCats\n\nCats sleep a lot. They purr.\n"),
            new KnowledgeFile("knowledge.yaml", knowledge));
        return Assert.IsType<ReadResult.Valid>(read).Set;
    }

    private VectorStore Start(
        KnowledgeSet set, out Answer? answer, SentenceEncoderFile? encoder = null, bool isAsked = true)
    {
        var vectors = new ArticleVectors(encoder ?? BuiltEncoder.Open(), _data.FullName);
        var store = vectors.Open(_article.FullName, set.Name, Warn);
        var answerer = new Answerer(set, null, store, TestContext.Current.CancellationToken);
        answer = isAsked ? answerer.Ask(Question) : null;
        return store;
    }

    private void Warn(string problem)
    {
        lock (_warnings) _warnings.Add(problem);
    }
}
