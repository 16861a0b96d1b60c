using PolicyBot.Knowledge.Matching;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Tests.Matching;

public sealed class QuestionClustererTests
{
    [Theory]
    [InlineData("How much did the letter cost?", "how much did the letter cost?")]
    [InlineData("How much did the letter cost?", "HOW MUCH DID THE LETTER COST")]
    [InlineData("How much did the letter cost?", "how much did a letter cost")]
    [InlineData("How much did the letter cost?", "the letter, how much did it cost??")]
    [InlineData("How much did the letter cost?", "How much did the letters cost?")]
    [InlineData("How much did the letter cost?", "how much did the leter cost")]
    [InlineData("How much did the letter cost?", "can you tell me how much the letter costs?")]
    [InlineData("Who paid the lawyers of the ministers?", "who paid the lawyer of the minister")]
    [InlineData("Did Zuckerberg answer the ministers?", "did zuckerburg answer the ministers")]
    [InlineData("Did Zuckerberg answer the ministers?", "Did Zuckerberg answer the ministers yet, or ever?")]
    [InlineData("Is the café open in Zürich?", "is the cafe open in Zurich")]
    [InlineData(
        "Will the encryption be delayed until next summer?", "will encryption be delyaed until the next summer")]
    public void Cluster_SameQuestionInOtherWords_IsOneGroup(string one, string other) =>
        Assert.Equal([[0, 1]], QuestionClusterer.Cluster([one, other]));

    [Theory]
    [InlineData("Did Google sign?", "Did Apple sign?")]
    [InlineData("Did Google sign the letter?", "Did Apple sign the letter?")]
    [InlineData(
        "Did Google sign the letter to the ministers about encryption?",
        "Did Apple sign the letter to the ministers about encryption?")]
    [InlineData("Did Iran sign the letter?", "Did Iraq sign the letter?")]
    [InlineData("Did Austria sign the letter?", "Did Australia sign the letter?")]
    [InlineData("How much did the letter cost?", "How much did the letter weigh?")]
    [InlineData("What does the minister of justice earn?", "What does the minister of defence earn?")]
    [InlineData("When was the letter sent?", "Who sent the letter?")]
    [InlineData("Why did Facebook refuse?", "When did Facebook refuse?")]
    [InlineData("Is WhatsApp encrypted?", "Who owns WhatsApp?")]
    [InlineData("Was it 2018?", "Was it 2019?")]
    [InlineData("Who is Ann Lee?", "Who is Tom Reed?")]
    public void Cluster_DifferentQuestions_AreSeparate(string one, string other) =>
        Assert.Equal([[0], [1]], QuestionClusterer.Cluster([one, other]));

    [Fact]
    public void Cluster_NoQuestions_IsEmpty() => Assert.Empty(QuestionClusterer.Cluster([]));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("🙂")]
    [InlineData("???")]
    [InlineData("\0\u0007")]
    [InlineData("\ud800")]
    [InlineData("who is it?")]
    [InlineData("кто подписал письмо")]
    [InlineData("漢字")]
    public void Cluster_UnusualText_MatchesOnlyItself(string odd) =>
        Assert.Equal(
            [[0], [1, 2], [3]],
            QuestionClusterer.Cluster(["Who paid the lawyers?", odd, odd, "Is the harbour closed?"]));

    [Fact]
    public void Cluster_VeryLongTexts_AreGrouped()
    {
        var one = string.Join(' ', Enumerable.Range(0, 1000).Select(i => $"word{i}"));

        Assert.Equal([[0, 2], [1]], QuestionClusterer.Cluster([one, new string('x', 6000), one]));
    }

    [Fact]
    public void Cluster_SeveralGroups_KeepOrderOfFirstQuestions() => Assert.Equal(
        [[0, 2, 5], [1, 4], [3]],
        QuestionClusterer.Cluster([
            "How much did the letter cost?",
            "Who paid the lawyers?",
            "how much did the leter cost",
            "Is the harbour closed?",
            "who paid the laywers",
            "letter: how much did it cost?",
        ]));

    [Fact]
    public void Cluster_SimilarToTwoGroups_JoinsMostSimilar() => Assert.Equal(
        [[0], [1, 2]],
        QuestionClusterer.Cluster([
            "Why did fishermen, farmers, bakers, tourists, lawyers, teachers, nurses, sailors and painters protest?",
            "Why did fishermen, farmers, bakers, tourists and lawyers protest?",
            "Why did fishermen, farmers, bakers, tourists, lawyers and teachers protest?",
        ]));

    [Theory]
    [InlineData("What did the letter cost?", "How much did the letter cost?")]
    [InlineData("Whom did the ministers write to?", "who did the ministers write to")]
    [InlineData("Did Google sign the letter?", "Did Google sign the public letter?")]
    [InlineData("encrypted messages", "Why encrypt messages?")]
    public void Cluster_SlightlyDifferentWords_IsOneGroup(string one, string other) =>
        Assert.Equal([[0, 1]], QuestionClusterer.Cluster([one, other]));

    [Theory]
    [InlineData("Is it about encryption?", "Is it about decryption?")]
    [InlineData("Is it about encryption?", "Is it about encryption, privacy and children?")]
    [InlineData("Does WhatsApp pay?", "Does WhatsApp pay the ministers?")]
    public void Cluster_DifferentTopics_AreSeparate(string one, string other) =>
        Assert.Equal([[0], [1]], QuestionClusterer.Cluster([one, other]));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Cluster_ManyQuestions_GroupsAsIfEachWereComparedWithEach(int seed)
    {
        string[] vocabulary =
        [
            "who", "when", "how", "the", "letter", "lettre", "signed", "singed", "Facebook", "Facebok", "minister",
            "ministers", "children", "childern", "encryption", "encrypton", "2019", "2020", "Iran", "Iraq", "?",
        ];
        var random = new Random(seed);
        string[] questions =
        [
            .. Enumerable.Range(0, 400).Select(_ => string.Join(
                ' ', random.GetItems(vocabulary, random.Next(0, 6)))),
        ];

        Assert.Equal(ClusterSlowly(questions), QuestionClusterer.Cluster(questions));
    }

    private static List<List<int>> ClusterSlowly(string[] questions)
    {
        var words = new QuestionTokenizer();
        List<(QuestionSignature First, List<int> Questions)> groups = [];
        foreach (var (number, question) in questions.Index())
        {
            var signature = new QuestionSignature(question, words);
            var nearest = groups.Select(g => (g.Questions, Distance: g.First.GetDistance(signature)))
                .Where(g => g.Distance is not null)
                .OrderBy(g => g.Distance)
                .FirstOrDefault();
            if (nearest.Questions is { } similar) similar.Add(number);
            else groups.Add((signature, [number]));
        }

        return [.. groups.Select(g => g.Questions)];
    }
}
