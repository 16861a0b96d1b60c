using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Tests.Matching.Text;

public sealed class SpellingCorrectorTests
{
    private static readonly SpellingCorrector Repair = Known("encryption:90", "signed:60", "singled:1", "letter:200", "interest:3", "zuckerberg:50", "facebook:80", "police:40", "barr:70");

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
    public void Find_Word_GivesWhatWasMeantOrNothing(string word, string? meant) => Assert.Equal(meant, Repair.Find(word));

    [Theory]
    [InlineData("encrpt", "encryption")]
    [InlineData("ecnr", "encryption")]
    [InlineData("zukc", "zuckerberg")]
    [InlineData("polcie", "police")]
    [InlineData("singl", "singled")]
    [InlineData("enc")]
    [InlineData("sandw")]
    [InlineData("20190")]
    public void FindBeginnings_MistypedBeginning_GivesWordsThatItMayBecome(string beginning, params string[] expected)
    {
        var found = new List<string>();

        Repair.FindBeginnings(beginning, found);

        Assert.Equal(expected.Order(), found.Order());
    }

    private static SpellingCorrector Known(params string[] words)
    {
        var repair = new SpellingCorrector();
        foreach (var word in words) repair.Add(word.Split(':')[0], int.Parse(word.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture), word.Split(':')[0] is "barr" or "zuckerberg");
        return repair;
    }
}
