using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Tests.Matching.Text;

public sealed class EnglishLexiconTests
{
    [Theory]
    [InlineData("confusion", true)]
    [InlineData("aging", true)]
    [InlineData("singed", true)]
    [InlineData("eclair", true)]
    [InlineData("zymurgy", false)]
    [InlineData("teh", false)]
    [InlineData("goverment", false)]
    [InlineData("", false)]
    [InlineData("Confusion", false)]
    public void IsWord_Letters_IsTrueForEnglishWords(string word, bool isWord) =>
        Assert.Equal(isWord, EnglishLexicon.IsWord(word));

    [Theory]
    [InlineData("government", true)]
    [InlineData("fish", true)]
    [InlineData("abalone", false)]
    [InlineData("goverment", false)]
    public void IsCommon_Word_IsTrueForCommonWords(string word, bool isCommon) =>
        Assert.Equal(isCommon, EnglishLexicon.IsCommon(word));

    [Theory]
    [InlineData("france", true)]
    [InlineData("belgium", true)]
    [InlineData("obama", true)]
    [InlineData("mark", false)]
    [InlineData("google", false)] // To google is a verb.
    [InlineData("bread", false)]
    [InlineData("xqzv", false)]
    public void IsProperName_Word_IsTrueForCapitalizedWords(string word, bool isName) =>
        Assert.Equal(isName, EnglishLexicon.IsProperName(word));

    [Fact]
    public void GetRank_CommonWords_FollowsFrequency()
    {
        Assert.InRange(EnglishLexicon.GetRank("the"), 0, 20);
        Assert.True(EnglishLexicon.GetRank("government") < EnglishLexicon.GetRank("chimney"));
        Assert.Equal(-1, EnglishLexicon.GetRank("abalone"));
        Assert.Equal(-1, EnglishLexicon.GetRank("goverment"));
    }

    [Theory]
    [InlineData("grammar")]
    [InlineData("fillers")]
    [InlineData("short-forms")]
    [InlineData("thesaurus")]
    [InlineData("english-words")]
    [InlineData("proper-names")]
    public void ReadLines_EmbeddedList_HasLinesOnceEach(string name)
    {
        var lines = WordLists.ReadLines(name);

        Assert.NotEmpty(lines);
        Assert.Equal(lines.Count, lines.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Open_UnknownList_NamesIt()
    {
        var error = Assert.Throws<InvalidOperationException>(() => WordLists.Open("no-such-list"));

        Assert.Contains("no-such-list", error.Message, StringComparison.Ordinal);
    }
}
