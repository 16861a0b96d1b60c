using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Tests.Matching.Text;

public sealed class SpellingCorrectorTests
{
    private static readonly SpellingCorrector Corrector = Create(
        ("encryption", 90), ("signed", 60), ("singled", 1), ("letter", 200), ("interest", 3),
        ("zuckerberg", 50), ("facebook", 80), ("police", 40), ("barr", 70));

    [Theory]
    [InlineData("encription", "encryption")]
    [InlineData("encrytpion", "encryption")]
    [InlineData("ecnryption", "encryption")]
    [InlineData("ncryption", "encryption")]
    [InlineData("singed", "signed")]
    [InlineData("leter", "letter")]
    [InlineData("zukerburg", "zuckerberg")]
    [InlineData("facbook", "facebook")]
    [InlineData("plice", "police")]
    [InlineData("bar", null)]
    [InlineData("pinterest", null)]
    [InlineData("google", null)]
    [InlineData("tiktok", null)]
    [InlineData("sandwich", null)]
    [InlineData("2019", null)]
    public void Find_Word_ReturnsIntendedWordOrNull(string word, string? meant) =>
        Assert.Equal(meant, Corrector.Find(word));

    [Theory]
    [InlineData("encrpt", "encryption")]
    [InlineData("ecnr", "encryption")]
    [InlineData("zukc", "zuckerberg")]
    [InlineData("polcie", "police")]
    [InlineData("singl", "singled")]
    [InlineData("enc")]
    [InlineData("sandw")]
    [InlineData("20190")]
    public void FindBeginnings_MistypedBeginning_FindsWords(string beginning, params string[] expected)
    {
        var found = new List<string>();

        Corrector.FindBeginnings(beginning, found);

        Assert.Equal(expected.Order(), found.Order());
    }

    private static SpellingCorrector Create(params (string Word, int Uses)[] words)
    {
        var corrector = new SpellingCorrector();
        foreach (var (word, uses) in words) corrector.Add(word, uses, isName: word is "barr" or "zuckerberg");
        return corrector;
    }
}
