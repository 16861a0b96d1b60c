using BenchmarkDotNet.Attributes;
using PolicyBot.Chat.Articles;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Encoding;
using PolicyBot.Knowledge.Matching.Semantic;

namespace PolicyBot.Benchmarks.Speed;

/// <summary>
/// Time and bytes per question that is asked of 20 articles with 50 questions each, with five phrasings per question,
/// and that needs no sentence encoder: using it is an error.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class SeveralArticlesBenchmarks
{
    private const int Articles = 20;
    private const int QuestionsPerArticle = 50;
    private const int PhrasingsPerQuestion = 5;

    private ServedArticle[] _articles = [];
    private string[] _questions = [];
    private int _next;

    /// <summary>Loads and trains.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var shipped = ShippedSet.Load();
        shipped = shipped with
        {
            Questions =
            [
                .. shipped.Questions.Select(
                    q => q with { Phrasings = [.. q.Phrasings.Take(PhrasingsPerQuestion - 1)] }),
            ],
        };
        var all = SyntheticSet.Grow(shipped, Articles * QuestionsPerArticle * PhrasingsPerQuestion).Questions;
        _articles =
        [
            .. all.Chunk(QuestionsPerArticle).Take(Articles).Select((questions, i) =>
            {
                var set = shipped with { Name = $"article-{i}", Questions = questions, Unanswerable = [] };
                var store = new VectorStore(
                    new Lazy<SentenceEncoder>(() => throw new InvalidOperationException("It needs the encoder.")), "");
                var answerer = Answerer.CreateUnprepared(set, null, store);
                return new ServedArticle(
                    set, (_, _) => throw new InvalidOperationException("It takes long."), answerer.TryAnswerSurely);
            }),
        ];
        _questions =
        [
            .. all.Select(q => q.Phrasings[0])
                .Where(q => _articles.Any(a => a.TryAnswerSurely(q) is not null)),
        ];
    }

    /// <summary>A whole answer.</summary>
    [Benchmark]
    public ValueTask<ArticleAnswer> Ask() =>
        ArticleAnswer.AskAsync(_articles, _questions[_next++ % _questions.Length], CancellationToken.None);
}
