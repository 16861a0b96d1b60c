using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Tests.Support;

namespace PolicyBot.Knowledge.Tests.Matching;

/// <summary>
/// Questions about everyday things that the shipped set and its article never mention are not answered.
/// </summary>
public sealed class EverydayNounTests
{
    private const double MaxAnsweredShare = 0.01;

    // The set asks the price of the letter, and half of the words of "what is the price of bread" are such a
    // question's. How sure that makes the bot is the confidence model's business, not that of reading words.
    private const string PriceFrame = "what is the price of {0}?";

    private static readonly string[] Nouns = File.ReadAllLines(Path.Combine(
        TestFolders.Above(Path.Combine("tests", "PolicyBot.Knowledge.Tests", "Matching"))
        ?? throw new DirectoryNotFoundException("No folder above the tests holds them."),
        "everyday-nouns.txt"));

    public static TheoryData<string> Frames { get; } =
        ["what about {0}?", "is there any {0}?", "who made the {0}?", "why does the {0} matter?", "tell me about {0}"];

    [Fact]
    public void Nouns_File_AreEnoughAndNotInTheShippedSet()
    {
        var words = ShippedWords();

        Assert.True(Nouns.Distinct(StringComparer.Ordinal).Count() >= 300, "At least 300 nouns.");
        Assert.DoesNotContain(Nouns, words.Contains);
    }

    [Theory]
    [MemberData(nameof(Frames))]
    public void Ask_UnknownNoun_IsRarelyAnswered(string frame) =>
        Assert.InRange(AnsweredShare(frame, Nouns), 0, MaxAnsweredShare);

    [Fact]
    public void Ask_UnknownNoun_IsNeverAnsweredWithHighConfidence() => Assert.All(
        Frames.Select(frame => frame.Data)
            .Append(PriceFrame)
            .SelectMany(frame => Nouns.Select(noun => Question(frame, noun))),
        question => Assert.True(Answered(question) is not { Confidence: > 0.9 }, question));

    // Of Debian's package wamerican-small: words of the set itself in other forms ("cancellations") are among them.
    [Theory]
    [MemberData(nameof(Frames))]
    public void Ask_UnknownEnglishWord_IsRarelyAnswered(string frame)
    {
        const string List = "/usr/share/dict/american-english-small";
        if (!File.Exists(List)) Assert.Skip("skipped: Debian's package wamerican-small is not installed.");
        var known = ShippedWords();
        var words = File.ReadLines(List)
            .Where(word => word.Length > 2 && word.All(char.IsAsciiLetterLower) && !known.Contains(word))
            .Where((_, i) => i % 20 == 0)
            .ToList();

        Assert.InRange(AnsweredShare(frame, words), 0, 0.04);
    }

    private static double AnsweredShare(string frame, IReadOnlyCollection<string> nouns) =>
        (double)nouns.Count(noun => Answered(Question(frame, noun)) is not null) / nouns.Count;

    private static Answer.Answered? Answered(string question) => ShippedAnswerer.Value.Ask(question) as Answer.Answered;

    private static string Question(string frame, string noun) => frame.Replace("{0}", noun, StringComparison.Ordinal);

    private static HashSet<string> ShippedWords() =>
        Words(ShippedSet.Article.Text)
            .Concat(Words(ShippedSet.Knowledge.Text))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static string[] Words(string text) =>
        text.Split([.. text.Where(c => !char.IsLetter(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries);
}
