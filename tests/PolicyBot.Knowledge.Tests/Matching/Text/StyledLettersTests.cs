using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Tests.Matching.Text;

public sealed class StyledLettersTests
{
    [Theory]
    [InlineData("𝐖𝐡𝐨 𝐬𝐢𝐠𝐧𝐞𝐝")]
    [InlineData("𝑊ℎ𝑜 𝑠𝑖𝑔𝑛𝑒𝑑")]
    [InlineData("𝒲𝒽ℴ 𝓈𝒾ℊ𝓃ℯ𝒹")]
    [InlineData("𝓦𝓱𝓸 𝓼𝓲𝓰𝓷𝓮𝓭")]
    [InlineData("𝔚𝔥𝔬 𝔰𝔦𝔤𝔫𝔢𝔡")]
    [InlineData("𝕎𝕙𝕠 𝕤𝕚𝕘𝕟𝕖𝕕")]
    [InlineData("𝖂𝖍𝖔 𝖘𝖎𝖌𝖓𝖊𝖉")]
    [InlineData("𝗪𝗵𝗼 𝘀𝗶𝗴𝗻𝗲𝗱")]
    [InlineData("𝘞𝘩𝘰 𝘴𝘪𝘨𝘯𝘦𝘥")]
    [InlineData("𝚆𝚑𝚘 𝚜𝚒𝚐𝚗𝚎𝚍")]
    [InlineData("Ｗｈｏ　ｓｉｇｎｅｄ？")]
    [InlineData("Ⓦⓗⓞ ⓢⓘⓖⓝⓔⓓ")]
    [InlineData("🅆🄷🄾 🅂🄸🄶🄽🄴🄳")]
    [InlineData("🅦🅗🅞 🅢🅘🅖🅝🅔🅓")]
    [InlineData("🆆🅷🅾 🆂🅸🅶🅽🅴🅳")]
    [InlineData("🄦🄗🄞 ⒮⒤⒢⒩⒠⒟")]
    [InlineData("ᴡʜᴏ ꜱɪɢɴᴇᴅ")]
    public void Read_StyledLetters_ReadsPlainOnes(string question)
    {
        var reader = new QuestionTokenizer();

        reader.Read(question);

        Assert.Equal(["who", "signed"], reader.Tokens.ToArray().Select(t => reader.GetText(t).ToString()));
    }

    [Fact]
    public void Read_StyledDigits_ReadsPlainOnes()
    {
        var reader = new QuestionTokenizer();

        reader.Read("𝟐𝟎𝟏𝟗 𝟚𝟘𝟙𝟡 𝟸𝟶𝟷𝟿 ２０１９");

        Assert.Equal(
            ["2019", "2019", "2019", "2019"],
            reader.Tokens.ToArray().Select(t => reader.GetText(t).ToString()));
    }

    [Fact]
    public void Fold_LetterlikeHolesOfMathematicalAlphabets_AreLetters()
    {
        const string Holes = "ℂℊℋℌℍℎℐℑℒℓℕℙℚℛℜℝℤℨℬℭℯℰℱℳℴ";

        Assert.Equal("CgHHHhIILlNPQRRRZZBCeEFMo", string.Concat(Holes.Select(c => StyledLetters.Fold(c))));
    }

    [Theory]
    [InlineData('a')]
    [InlineData('é')]
    [InlineData('漢')]
    [InlineData('С')] // Cyrillic.
    [InlineData('①')]
    [InlineData(0x1F600)]
    public void Fold_AnyOtherCharacter_IsNone(int codePoint) => Assert.Equal('\0', StyledLetters.Fold(codePoint));
}
