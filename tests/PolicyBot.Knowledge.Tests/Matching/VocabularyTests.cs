using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Matching;
using PolicyBot.Knowledge.Matching.Text;
using PolicyBot.Knowledge.Matching.Training;
using PolicyBot.Knowledge.Tests.Support;

namespace PolicyBot.Knowledge.Tests.Matching;

/// <summary>How the words of a question are read by a set: corrections, doubtful readings and short names.</summary>
public sealed class VocabularyTests
{
    private static readonly Matcher Trained = MatcherTrainer.Train(new TrainingSet(
        [
            ["who signed the letter", "the signers of it", "names under the letter"],
            ["when did they finish it", "date of the conclusion", "what day was it finished"],
            ["what does the attorney general want", "the AG's wish"],
            ["what is the price", "how much is it"],
        ],
        [
            new NameGroup("barr", TokenKind.Name, "person", ["AG", "US AG", "William Barr"]),
            new NameGroup("law", TokenKind.Synonym, null, ["law", "act"]),
            new NameGroup("decree", TokenKind.Synonym, null, ["decree", "order"]),
        ],
        ["They finished the letter."]));

    [Theory]
    [InlineData("what about the fish", "fish", "finish")]
    [InlineData("the confusion", "confusion", "conclusion")]
    [InlineData("who singed it", "singed", "signed")]
    public void Resolve_EnglishWordReadAsAnother_IsDoubtful(string question, string asked, string read)
    {
        var (words, corrections) = Resolve(question);

        Assert.Contains((asked, read), corrections);
        Assert.True(words.Single(w => w.Text == read).Token.IsDoubtful);
    }

    [Fact]
    public void Resolve_TypoOfWordInSet_IsNotDoubtful()
    {
        var (words, corrections) = Resolve("who sigend teh lettr");

        Assert.Contains(("lettr", "letter"), corrections);
        Assert.DoesNotContain(words, w => w.Token.IsDoubtful);
    }

    [Fact]
    public void Resolve_EnglishWordSimilarToFunctionWord_IsNotCorrected()
    {
        var (words, corrections) = Resolve("the wheat");

        Assert.Empty(corrections);
        Assert.Equal(TokenKind.Unknown, words[^1].Token.Kind);
    }

    [Theory]
    [InlineData("what about aging")]
    [InlineData("is the US aging")]
    [InlineData("different ages")]
    public void Resolve_WordWithStemOfShortName_IsNotName(string question) =>
        Assert.DoesNotContain(Resolve(question).Words, w => w.Token.Kind == TokenKind.Name);

    [Theory]
    [InlineData("the ag")]
    [InlineData("the AG's wish")]
    [InlineData("the US AG")]
    public void Resolve_ShortNameAsTyped_IsName(string question) =>
        Assert.Single(Resolve(question).Words, w => w.Token.Kind == TokenKind.Name);

    [Fact]
    public void Resolve_PluralOfShortSynonym_IsSynonym() =>
        Assert.Single(Resolve("the laws").Words, w => w.Token.Kind == TokenKind.Synonym);

    [Theory]
    [InlineData("the goverment", "goverment", "government", TokenKind.Unknown)]
    [InlineData("the orxer", "orxer", "order", TokenKind.Synonym)]
    public void Resolve_TypoOfEnglishWord_IsCorrected(
        string question, string asked, string read, object kind)
    {
        var (words, corrections) = Resolve(question);

        Assert.Equal([(asked, read)], corrections);
        Assert.Equal(read, words[^1].Text);
        Assert.Equal(kind, words[^1].Token.Kind);
    }

    [Theory]
    [InlineData("who is Zelenskyy")]
    [InlineData("what about Elonn")]
    public void Resolve_UnknownCapitalizedWord_IsNotCorrected(string question) =>
        Assert.Empty(Resolve(question).Corrections);

    [Theory]
    [InlineData("Who signed the letter?", "Who signed the letter")]
    [InlineData("hi all, who signed the letter? thanks a lot!", "who signed the letter")]
    [InlineData("Who SIGEND the goverment's Letter?", "Who signed the government's Letter")]
    [InlineData("who singed it", "who singed it")]
    [InlineData("<@12> who  sigend **it** https://example.org/goverment 🙂?", "who signed it")]
    [InlineData("<@12>", "")]
    [InlineData("", "")]
    [InlineData("𝐖𝐡𝐨 𝐬𝐢𝐠𝐧𝐞𝐝 Zürich", "Who signed Zürich")]
    public void GetCorrectedText_Question_HasCorrectionsAndNoMarkup(string question, string text) =>
        Assert.Equal(text, Trained.GetCorrectedText(question, new Scratch()));

    [Fact]
    public void GetCorrectedText_QuestionWithNothingToChange_IsTheQuestionItself() => Assert.Equal(
        "What's the price, (in) U.S. dollars",
        Trained.GetCorrectedText("What's the price, (in) U.S. dollars?", new Scratch()));

    [Theory]
    [InlineData("Is there any fish?", "fish")]
    [InlineData("Is there any confusion?", "confusion")]
    public void Ask_EnglishWordNotInArticle_IsUnknown(string question, string word)
    {
        var answer = ShippedAnswerer.Value.Ask(question);

        Assert.IsNotType<Answer.Answered>(answer);
        Assert.Equal([word], answer.Explanation.UnknownWords);
    }

    private static (List<(string Text, Token Token)> Words, List<(string Asked, string Read)> Corrections) Resolve(
        string question)
    {
        var words = new QuestionTokenizer();
        var corrections = new List<(string Asked, string Read)>();
        words.Read(question);
        Trained.Vocabulary.Resolve(words, corrections);
        return ([.. words.Tokens.ToArray().Select(t => (words.GetText(t).ToString(), t))], corrections);
    }
}
