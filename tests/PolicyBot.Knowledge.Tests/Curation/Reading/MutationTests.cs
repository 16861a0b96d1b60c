using System.Text;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Tests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.Knowledge.Tests.Curation.Reading;

/// <summary>Whatever a text holds, reading ends with a set or with errors.</summary>
public sealed class MutationTests
{
    private static readonly string[] Pieces =
    [
        "\n", "\r", "\t", ":", "- ", "|", ">", "\"", "'", "[", "]", "{", "}", "&a ", "*a", "!!int ", "# ", "---\n",
        "...\n", "%YAML 99999999999.1\n", "\"\\U0011FFFF\"", "\"\\uD800\"",
        "\uFEFF", "\u200B", "\0", "\uD83D", "\u2028", "\u0085", "? ", "|+9\n", ">-\n", "<<: ", "0.5", "phrasings: |\n",
        "phrasings: |", "id: ", "’", "😀", "  ", "@", "`",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Read_MutatedShippedSet_IsValidOrInvalid(int seed) =>
        Mutate(ShippedSet.Article.Text, ShippedSet.Knowledge.Text, ShippedSet.Phrasings.Text, seed, 12);

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public void Read_MutatedSmallSet_IsValidOrInvalid(int seed) =>
        Mutate(SampleSet.Article, SampleSet.Knowledge, "opening\twho opens it\n\n# more\ncost\tits price\n", seed, 500);

    [Fact]
    public void Read_DeepNesting_IsInvalid() =>
        Assert.IsType<ReadResult.Invalid>(SampleSet.Read(knowledge: new string('[', 20_000)));

    private static void Mutate(string article, string knowledge, string phrasings, int seed, int runs)
    {
        var random = new Random(seed);
        for (var run = 0; run < runs; run++)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var mutatedArticle = random.Next(4) == 0 ? Mutated(article, random) : article;
            var mutatedPhrasings = random.Next(2) == 0 ? Mutated(phrasings, random) : phrasings;
            var result = SampleSet.Read(mutatedArticle, Mutated(knowledge, random), mutatedPhrasings);
            if (result is not ReadResult.Invalid invalid) continue;
            Assert.NotEmpty(invalid.Diagnostics);
            Assert.All(
                invalid.Diagnostics,
                f => Assert.True(f is { Line: > 0, Problem.Length: > 0, Fix.Length: > 0 }, f.ToString()));
        }
    }

    private static string Mutated(string text, Random random)
    {
        var mutated = new StringBuilder(text);
        for (var i = random.Next(1, 5); i > 0 && mutated.Length > 1; i--)
        {
            var at = random.Next(mutated.Length);
            var length = Math.Min(random.Next(1, random.Next(8) == 0 ? 2000 : 12), mutated.Length - at);
            switch (random.Next(4))
            {
                case 0:
                    mutated.Remove(at, length);
                    break;
                case 1:
                    mutated.Insert(random.Next(mutated.Length), mutated.ToString(at, length));
                    break;
                case 2:
                    mutated[at] = (char)random.Next(char.MaxValue + 1);
                    break;
                default:
                    mutated.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }

        return mutated.ToString();
    }
}
