using PolicyBot.Knowledge.Autocomplete;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Tests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.Knowledge.Tests.Autocomplete;

public sealed class QuestionCompleterTests
{
    private static readonly QuestionCompleter Completer = new(ShippedAnswerer.Set);
    private static readonly QuestionCompleter Library = new(Assert.IsType<ReadResult.Valid>(SampleSet.Read()).Set);

    [Theory]
    [InlineData("zuck", "zuckerberg")]
    [InlineData("Who is Pri", "patel")]
    [InlineData("who is pri", "patel")]
    [InlineData("WHO IS PRI", "patel")]
    [InlineData("what is a b", "backdoor-meaning")]
    [InlineData("signed letter", "letter-signers")]
    [InlineData("which officials from the u.s", "signers-us")]
    [InlineData("headline ", "headline")]
    public void Complete_BeginningOfAQuestion_OffersItFirst(string typed, string expected) =>
        Assert.Equal(Question(expected), First(typed));

    [Theory]
    [InlineData("who is wiliam", "barr")]
    [InlineData("who is Mcaleenna", "mcaleenan")]
    [InlineData("who is zukcer", "zuckerberg")]
    [InlineData("haedline", "headline")]
    [InlineData("headdline ", "headline")]
    [InlineData("hedline ", "headline")]
    [InlineData("hesdli", "headline")]
    [InlineData("who signed the leter", "letter-signers")]
    public void Complete_MistypedWord_OffersWhatWasMeant(string typed, string expected) =>
        Assert.Equal(Question(expected), First(typed));

    [Theory]
    [InlineData("pric", "cost")]
    [InlineData("how mu", "cost")]
    [InlineData("who opened i", "opening")]
    [InlineData("cost", "cost")]
    public void Complete_WordOnlyInPhrasings_OffersTheQuestion(string typed, string expected) =>
        Assert.Equal([expected], Library.Complete(typed, 5).Take(1).Select(q => q.Id));

    [Fact]
    public void Complete_WordOfOneQuestion_OmitsOthers() =>
        Assert.Equal(["cost"], Library.Complete("pric", 25).Select(q => q.Id));

    [Theory]
    [InlineData("bananas")]
    [InlineData("zxqwv kqkq")]
    [InlineData("1234567")]
    [InlineData("שלום עולם")]
    [InlineData("日本語")]
    public void Complete_NoSimilarWord_IsEmpty(string typed) => Assert.Empty(Completer.Complete(typed, 25));

    [Theory]
    [InlineData("")]
    [InlineData("  \t ")]
    [InlineData("???")]
    [InlineData("🙂🙃")]
    [InlineData("\u200b\u200d\u202e")]
    public void Complete_NoWordTyped_OffersQuestionsOfManyTopics(string typed)
    {
        var offered = Completer.Complete(typed, 25);

        Assert.Equal(25, offered.Count);
        Assert.Equal(ShippedAnswerer.Set.Questions[0], offered[0]);
        var topics = ShippedAnswerer.Set.Questions.Select(q => q.Topics[0]).Distinct().Count();
        Assert.Equal(Math.Min(25, topics), offered.Select(q => q.Topics[0]).Distinct().Count());
    }

    [Fact]
    public void Complete_NoWordTypedAndRoomForAll_OffersEveryQuestionOnce() =>
        Assert.Equal(
            ShippedAnswerer.Set.Questions.Select(q => q.Id).Order(),
            Completer.Complete("", 1000).Select(q => q.Id).Order());

    [Theory]
    [InlineData("who is wil\u200bliam", "barr")]
    [InlineData("who is williám", "barr")]
    [InlineData("🙂 who is william", "barr")]
    [InlineData("\u202ewho is william", "barr")]
    [InlineData("who is william\u200b", "barr")]
    [InlineData("¿¿who --- is... (william", "barr")]
    public void Complete_UnusualCharacters_AreIgnored(string typed, string expected) =>
        Assert.Equal(Question(expected), First(typed));

    [Fact]
    public void Complete_VeryLongText_ReadsItsBeginning()
    {
        Assert.Equal(Question("barr"), First("who is william barr " + new string('x', 5980)));
        Assert.Empty(Completer.Complete(new string('x', 6000), 25));
        Assert.NotEmpty(Completer.Complete(string.Concat(Enumerable.Repeat("encrpytoin lettre ", 340)), 25));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("", -1)]
    [InlineData("who", 0)]
    [InlineData("who", -1)]
    public void Complete_MaximumZeroOrLess_IsEmpty(string typed, int max) =>
        Assert.Empty(Completer.Complete(typed, max));

    [Fact]
    public void Complete_ManyMatches_ReturnsMaximum() =>
        Assert.Equal(Completer.Complete("the letter", 25).Take(3), Completer.Complete("the letter", 3));

    [Theory]
    [InlineData("w")]
    [InlineData("s")]
    [InlineData("i")]
    [InlineData("id")]
    [InlineData("what's")]
    public void Complete_FewLetters_OffersWhatTheyMayBecome(string typed) =>
        Assert.NotEmpty(Completer.Complete(typed, 25));

    [Fact]
    public void Complete_ManyThreads_GetSameQuestions()
    {
        var fresh = new QuestionCompleter(ShippedAnswerer.Set);
        string[] typed = ["who", "what does the", "encrpyt", "", "backd", "lettr signd"];
        var expected = typed.Select(t => Completer.Complete(t, 25)).ToArray();

        Parallel.For(
            0, 300, i => Assert.Equal(expected[i % typed.Length], fresh.Complete(typed[i % typed.Length], 25)));
    }

    private static string First(string typed) => Assert.Single(Completer.Complete(typed, 1)).Question;

    private static string Question(string id) => ShippedAnswerer.Set.Questions.Single(q => q.Id == id).Question;
}
