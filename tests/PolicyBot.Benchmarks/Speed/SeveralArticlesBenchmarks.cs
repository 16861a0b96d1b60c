using BenchmarkDotNet.Attributes;
using PolicyBot.Chat.Articles;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Encoding;
using PolicyBot.Knowledge.Matching.Semantic;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Benchmarks.Speed;

/// <summary>
/// Time and bytes per question that is asked of one article or of 20, with 50 questions each and five phrasings per
/// question, and that needs no sentence encoder: using it is an error. The articles are about different things: each
/// has other English words in place of those of the shipped set.
/// </summary>
[MemoryDiagnoser]
public class SeveralArticlesBenchmarks
{
    private const int QuestionsPerArticle = 50;
    private const int PhrasingsPerQuestion = 5;
    private const int MinLength = 4;

    private static readonly string[] English =
        [.. WordLists.ReadWords("english-words").Where(w => w.Length is > MinLength and <= 10).Take(12_000)];

    private static readonly HashSet<string> Grammar = [.. EnglishWords.Grammar];

    private ServedArticle[] _articles = [];
    private string[] _questions = [];
    private int _next;

    /// <summary>How many articles apply.</summary>
    [Params(1, 20)]
    public int Articles { get; set; }

    /// <summary>Loads and trains.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _articles = [.. Enumerable.Range(0, Articles).Select(i => Serve(CreateSet(i)))];
        _questions =
        [
            .. _articles.SelectMany(a => a.Set.Questions).Select(q => q.Phrasings[0])
                .Where(q => _articles.Any(a => a.TryAnswerSurely(q) is not null)),
        ];
        // In no order, as people ask.
        new Random(1).Shuffle(_questions);
    }

    /// <summary>A whole answer.</summary>
    [Benchmark]
    public ValueTask<ArticleAnswer> Ask()
    {
        var question = _questions[_next++ % _questions.Length];
        return _articles.Length > 1
            ? ArticleAnswer.AskAsync(_articles, question, CancellationToken.None)
            : ValueTask.FromResult(new ArticleAnswer(_articles[0], _articles[0].TryAnswerSurely(question)!));
    }

    private static ServedArticle Serve(KnowledgeSet set)
    {
        var store = new VectorStore(
            new Lazy<SentenceEncoder>(() => throw new InvalidOperationException("It needs the encoder.")), "");
        var answerer = Answerer.CreateUnprepared(set, null, store);
        return new ServedArticle(
            set, (_, _) => throw new InvalidOperationException("It takes long."), answerer.TryAnswerSurely);
    }

    private static KnowledgeSet CreateSet(int number)
    {
        var shipped = ShippedSet.Load();
        return shipped with
        {
            Name = $"article-{number}",
            Questions =
            [
                .. shipped.Questions.Take(QuestionsPerArticle).Select(q => q with
                {
                    Question = Replace(q.Question, number),
                    Phrasings = [.. q.Phrasings.Take(PhrasingsPerQuestion - 1).Select(p => Replace(p, number))],
                    Related = [],
                }),
            ],
            Unanswerable = [],
            People = [],
            Organisations = [],
            Synonyms = [],
            Absent = [],
        };
    }

    private static string Replace(string text, int number) => string.Join(' ', text.Split(' ').Select(word =>
    {
        var core = word.TrimEnd('?', '.', ',', '!').ToLowerInvariant();
        if (core.Length < MinLength || Grammar.Contains(core)) return word;
        return English[Hash.Compute($"{core} {number}", 'a') % (ulong)English.Length] + word[core.Length..];
    }));
}
