using PolicyBot.Knowledge.Matching;
using PolicyBot.Knowledge.Matching.Text;
using PolicyBot.Knowledge.Matching.Training;

namespace PolicyBot.Knowledge.Tests.Matching;

public sealed class MatcherTests
{
    private static readonly TrainingSet Library = new(
        [
            ["who opened the library", "by whom was the library opened", "name of the person who opened it"],
            ["what did the library cost", "how much money was spent on the library", "price of the building"],
            ["when does the library open in the morning", "opening hours please", "until what time can I come"],
        ],
        [new NameGroup("diaz", TokenKind.Name, "person", ["Rosa Diaz", "Diaz"])],
        ["Rosa Diaz opened the library."]);

    private static readonly Matcher Trained = MatcherTrainer.Train(Library);

    [Theory]
    [InlineData("so who was it that opened the library?", 0)]
    [InlineData("library price", 1)]
    [InlineData("what was teh pirce of teh bilding", 1)]
    [InlineData("at what hours can I come", 2)]
    public void Score_Question_RanksItsEntryFirst(string question, int entry) =>
        Assert.Equal(entry, Best(Trained, question));

    [Fact]
    public void Score_UnknownWord_LowersScore()
    {
        var scratch = new Scratch();
        Trained.Score("who opened the library", scratch);
        var known = scratch.Scores[0];

        Trained.Score("who opened the xylophone", scratch);

        Assert.True(scratch.Scores[0] < known, "A strange word in the question should make the entry less sure.");
    }

    [Fact]
    public void Train_SameSetTwice_ScoresTheSame()
    {
        var (first, second) = (new Scratch(), new Scratch());

        Trained.Score("opened in the morning", first);
        MatcherTrainer.Train(Library).Score("opened in the morning", second);

        Assert.Equal(first.Scores.ToArray(), second.Scores.ToArray());
    }

    [Fact]
    public void Score_ManyThreads_GetSameScores()
    {
        string[] questions = ["who opened it", "library price", "opening hours", "what did it cost", "xylophone"];
        var expected = questions.Select(q => Best(Trained, q)).ToArray();

        Parallel.For(
            0,
            2_000,
            i => Assert.Equal(expected[i % questions.Length], Best(Trained, questions[i % questions.Length])));
    }

    [Fact]
    public void Train_MoreEntriesThanMaxRow_FindsEach()
    {
        var phrasings = Enumerable.Range(0, 400)
            .Select(i => (IReadOnlyList<string>)[$"where is thing{Letters(i)} kept", $"the place of thing{Letters(i)}"])
            .ToList();
        var matcher = MatcherTrainer.Train(
            new TrainingSet(phrasings, [], []), new MatcherOptions { CorrectSpelling = false, MaxNegatives = 300 });

        Assert.All(
            Enumerable.Range(0, 400), i => Assert.Equal(i, Best(matcher, $"tell me where the thing{Letters(i)} is")));
    }

    private static string Letters(int i) =>
        $"{(char)('a' + (i % 20))}{(char)('a' + (i / 20))}qx{(char)('a' + (i * 7 % 26))}";

    private static int Best(Matcher matcher, string question)
    {
        var scratch = Scratch.Current;
        matcher.Score(question, scratch);
        var scores = scratch.Scores.ToArray();
        return Array.IndexOf(scores, scores.Max());
    }
}
