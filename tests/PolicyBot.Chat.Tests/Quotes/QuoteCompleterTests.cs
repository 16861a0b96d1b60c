using PolicyBot.Chat.Tests.Support;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Quotes;

namespace PolicyBot.Chat.Tests.Quotes;

public sealed class QuoteCompleterTests
{
    private static readonly QuoteCompleter Completer = Create(Sample.Set);

    [Theory]
    [InlineData("", "The report", "Tom Reed")]
    [InlineData("  ", "The report", "Tom Reed")]
    [InlineData("???", "The report", "Tom Reed")]
    [InlineData("t", "The report", "Tom Reed")]
    [InlineData("th", "The report")]
    [InlineData("reed", "Tom Reed")]
    [InlineData("REE", "Tom Reed")]
    [InlineData("tom r", "Tom Reed")]
    [InlineData("reprot", "The report")]
    [InlineData("rport", "The report")]
    [InlineData("Tom report")]
    [InlineData("mayor")]
    [InlineData("שלום")]
    public void CompleteSpeaker_Typed_MatchesTheStartOfAnyWord(string typed, params string[] expected) =>
        Assert.Equal(expected, Completer.CompleteSpeaker(typed, 25).Order());

    [Theory]
    [InlineData("bo", "boats")]
    [InlineData("our bo", "our boats")]
    [InlineData("idle wo", "idle work")]
    [InlineData("IDLE Wo", "IDLE work")]
    [InlineData("report wa", "report water")]
    [InlineData("botas", "boats")]
    [InlineData("wrok", "work")]
    [InlineData("s", "safe", "safety")]
    [InlineData("safety saf", "safety safe")]
    [InlineData("water boa")]
    [InlineData("harbour wo")]
    [InlineData("the")]
    [InlineData("penguins")]
    [InlineData("penguins wo")]
    [InlineData("🙂 שלום")]
    public void CompleteSubject_Typed_CompletesTheLastWord(string typed, params string[] expected) =>
        Assert.Equal(expected, Completer.CompleteSubject(typed, 25).Order());

    [Fact]
    public void CompleteSubject_NothingTyped_ListsTopicsThenWords() =>
        Assert.Equal(
            ["harbour", "safety", "work", "water", "safe", "boats", "idle"],
            Completer.CompleteSubject("", 25));

    [Fact]
    public void CompleteSubject_WordAndSpace_AddsWordsOfTheSameQuotes() =>
        Assert.Equal(
            ["water", "water harbour", "water safety", "water safe"], Completer.CompleteSubject("water ", 25));

    [Theory]
    [InlineData("")]
    [InlineData("w")]
    [InlineData("work ")]
    [InlineData("report ")]
    [InlineData("the ")]
    [InlineData("tom r ")]
    [InlineData("…\u200b ")]
    [InlineData("don't ")]
    [InlineData("tom's bo")]
    public void CompleteSubject_AnyText_OffersOnlyWhatFindsQuotes(string typed) =>
        Assert.All(
            Completer.CompleteSubject(typed, 100),
            s => Assert.NotEmpty(new QuoteIndex(Sample.Set).Find(null, s)));

    [Fact]
    public void CompleteSubject_TopicOfSeveralWords_IsOfferedWhole()
    {
        var set = Sample.Set with { Quotes = [Sample.Set.Quotes[0] with { Topics = ["harbour", "public safety"] }] };

        Assert.Equal(["public safety"], Create(set).CompleteSubject("public saf", 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Complete_MaximumOfZeroOrLess_IsEmpty(int max)
    {
        Assert.Empty(Completer.CompleteSpeaker("", max));
        Assert.Empty(Completer.CompleteSpeaker("reed", max));
        Assert.Empty(Completer.CompleteSubject("", max));
        Assert.Empty(Completer.CompleteSubject("wo", max));
    }

    [Fact]
    public void Complete_VeryLongText_IsEmpty()
    {
        Assert.Empty(Completer.CompleteSpeaker(new string('x', 6000), 25));
        Assert.Empty(Completer.CompleteSubject(string.Concat(Enumerable.Repeat("work ", 1200)), 25));
    }

    [Fact]
    public void Complete_SetWithoutQuotes_IsEmpty()
    {
        var completer = Create(Sample.Set with { Quotes = [] });

        Assert.Empty(completer.CompleteSpeaker("", 25));
        Assert.Empty(completer.CompleteSubject("", 25));
        Assert.Empty(completer.CompleteSubject("wo", 25));
    }

    private static QuoteCompleter Create(KnowledgeSet set) => new(set, new QuoteIndex(set));
}
