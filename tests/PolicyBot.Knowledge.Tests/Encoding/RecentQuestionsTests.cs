using PolicyBot.Knowledge.Encoding;

namespace PolicyBot.Knowledge.Tests.Encoding;

public sealed class RecentQuestionsTests
{
    [Fact]
    public async Task Get_SameQuestionOnManyThreads_IsEncodedOnce()
    {
        var encoded = 0;
        using var all = new Barrier(4);
        var questions = new RecentQuestions(_ =>
        {
            Interlocked.Increment(ref encoded);
            return new EncodedQuestion(new EmbeddingBuffer());
        });

        var found = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () =>
            {
                all.SignalAndWait();
                return questions.Get("who signed");
            },
            TaskCreationOptions.LongRunning)));

        Assert.Equal(1, encoded);
        Assert.All(found, f => Assert.Same(found[0], f));
    }

    [Fact]
    public void Get_ManyOtherQuestionsSince_IsEncodedAgain()
    {
        var encoded = new List<string>();
        var questions = new RecentQuestions(question =>
        {
            encoded.Add(question);
            return new EncodedQuestion(new EmbeddingBuffer());
        });

        questions.Get("who signed");
        foreach (var other in Enumerable.Range(0, 100)) questions.Get($"what about {other}");
        questions.Get("who signed");

        Assert.Equal(2, encoded.Count(q => q == "who signed"));
    }
}
