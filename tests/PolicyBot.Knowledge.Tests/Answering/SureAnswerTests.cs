using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Tests.Support;

namespace PolicyBot.Knowledge.Tests.Answering;

public sealed class SureAnswerTests
{
    // From this confidence on, the words of a question are enough.
    private const double Sure = 0.9;

    private static readonly Answerer[] Answerers =
    [
        ShippedAnswerer.Value,
        .. Enumerable.Range(0, 3).Select(i => Answerer.CreateUnprepared(
            ShippedAnswerer.Set with
            {
                Questions =
                [
                    .. ShippedAnswerer.Set.Questions.Where((_, at) => at % 3 == i).Select(q => q with { Related = [] }),
                ],
                Unanswerable = [],
            },
            null,
            TestVectors.Shipped)),
    ];

    private static readonly string[] Questions = CreateQuestions();

    [Fact]
    public void TryAnswerSurely_AnyQuestion_IsWhatTheLexicalAnswerIsSureOf()
    {
        var sure = 0;
        foreach (var answerer in Answerers)
        {
            foreach (var question in Questions)
            {
                var expected = answerer.TryAskLexically(question) as Answer.Answered;
                if (expected?.Confidence < Sure) expected = null;
                if (expected is not null) sure++;

                AssertSame(expected, answerer.TryAnswerSurely(question), question);
            }
        }

        Assert.InRange(sure, Questions.Length / 4, Answerers.Length * Questions.Length);
    }

    [Fact]
    public void TryAskLexically_AskedOfSeveralArticlesInTurn_IsAsIfAskedOfOne()
    {
        var single = Answerers.Select(a => Questions.Select(a.TryAskLexically).ToList()).ToList();

        for (var question = 0; question < Questions.Length; question++)
        {
            for (var answerer = 0; answerer < Answerers.Length; answerer++)
            {
                AssertSame(
                    single[answerer][question],
                    Answerers[answerer].TryAskLexically(Questions[question]),
                    Questions[question]);
            }
        }
    }

    private static void AssertSame(Answer? expected, Answer? actual, string question)
    {
        Assert.Equal((question, expected?.GetType()), (question, actual?.GetType()));
        Assert.Equal(expected?.Confidence, actual?.Confidence);
        Assert.Equal(expected?.Candidates, actual?.Candidates);
        Assert.Equal(expected?.Suggestions, actual?.Suggestions);
    }

    private static string[] CreateQuestions()
    {
        var random = new Random(5);
        string[] asked =
        [
            .. ShippedAnswerer.Set.Questions.Concat<Entry>(ShippedAnswerer.Set.Unanswerable)
                .SelectMany(e => e.Phrasings.Where((_, at) => at % 40 == 0)),
        ];
        return
        [
            .. asked,
            .. asked.Select(q => TypingSlips.Add(q, random)),
            .. asked.Select(q => $"hi! **please** tell me: {q} 😀 thanks"),
            .. asked.Select(q => $"Good evning everybody, {q} thnaks in advance"),
            .. asked.Select(q => $"{q} In the orchard?"),
            .. asked.Select(q => $"Pleas {q} In the storey? In the orchard?"),
            .. asked.Select(q => $"I was wandering, {q} In the orchard?"),
            .. asked.Select(q => $"{q} Orchards and tractors and cucumbers?"),
            "", "hello", "🙂", "wer hat den Brief unterschrieben", "about it", "encryption",
        ];
    }
}
