using PolicyBot.Knowledge.Tests.Support;
using PolicyBot.Knowledge.Verification;

namespace PolicyBot.Knowledge.Tests.Verification;

/// <summary>Tests verdicts on quotations of the shipped article.</summary>
public sealed class QuotationVerifierTests
{
    private const string Protects =
        "End-to-end encryption already protects the messages of over a billion people every day";

    private static readonly QuotationVerifier Verifier = new(ShippedAnswerer.Set);

    [Theory]
    [InlineData(Protects)]
    [InlineData("“" + Protects + ".”")]
    [InlineData("\"" + Protects + ",\" Facebook said.")]
    [InlineData("According to Facebook’s statement: “" + Protects + "”")]
    [InlineData("“" + Protects + "” – Facebook")]
    [InlineData("> " + Protects)]
    [InlineData("So “" + Protects + "”, right?")]
    [InlineData("end-to-end encryption already protects the messages of over a billion people")]
    [InlineData(
        "“End-to-end encryption already protects the messages of over a billion people every day,” the statement "
            + "reads.")]
    public void Verify_TheArticlesWords_AreVerbatim(string message)
    {
        var verdict = Assert.IsType<QuotationVerdict.Verbatim>(Assert.Single(Verifier.Verify(message)));

        Assert.Contains("over a billion people", verdict.Passage.Text, StringComparison.Ordinal);
        Assert.Equal(verdict.Passage.Text, ShippedAnswerer.Set.Article.Body[
            verdict.Passage.Span.Start..verdict.Passage.Span.End]);
    }

    [Fact]
    public void Verify_TheSpeakersWords_NamesTheSpeaker() =>
        Assert.Equal("Facebook’s statement", Assert.IsType<QuotationVerdict.Verbatim>(VerifyOne(Protects)).Speaker);

    [Theory]
    [InlineData("Children's safety and law enforcement's ability", true, false, false)]
    [InlineData("End‑to‑end encryption already protects", false, true, false)]
    [InlineData("End-to-end  encryption\nalready protects", false, false, true)]
    [InlineData("End-to-end encryption already protects", false, false, false)]
    public void Verify_OtherMarksDashesAndSpaces_AreNoted(string quotation, bool marks, bool dashes, bool spaces)
    {
        var verdict = Assert.IsType<QuotationVerdict.Verbatim>(VerifyOne(quotation));

        Assert.Equal(
            (marks, dashes, spaces),
            (verdict.HasOtherQuotationMarks, verdict.HasOtherDashes, verdict.HasOtherSpaces));
    }

    [Theory]
    [InlineData("protects the messages of over a million people", "million", "billion")]
    [InlineData("protects the messages of over a people", "", "billion")]
    [InlineData("protects the secret messages of over a billion people", "secret", "")]
    [InlineData("a draft of the letter, dated Oct. 14", "14", "4")]
    [InlineData("we strongly Oppose government attempts to build backdoors", "Oppose", "oppose")]
    [InlineData("Companies should deliberately design their systems", "", "not")]
    public void Verify_OtherWords_AreMarked(string quotation, string quoted, string original)
    {
        var verdict = Assert.IsType<QuotationVerdict.Altered>(VerifyOne(quotation));

        var edit = Assert.Single(verdict.Edits, e => !e.IsSame);
        Assert.Equal((quoted, original), (edit.Quoted, edit.Original));
    }

    [Theory]
    [InlineData("a draft of the letter, dated Oct. 14", "14", "4")]
    [InlineData("FBI Director William Wray", "William", "Christopher")]
    public void Verify_OtherNameOrFigure_IsPointedOut(string quotation, string quoted, string original)
    {
        var fact = Assert.Single(Assert.IsType<QuotationVerdict.Altered>(VerifyOne(quotation)).Facts);

        Assert.EndsWith(quoted, fact.Quoted, StringComparison.Ordinal);
        Assert.EndsWith(original, fact.Original, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "Companies should … design their systems to preclude any form of access", CutKind.Negation, "not deliberately")]
    [InlineData("Companies should [...] deliberately design their systems", CutKind.Negation, "not")]
    public void Verify_OmissionThatMatters_IsACut(string quotation, CutKind kind, string omitted)
    {
        var verdict = Assert.IsType<QuotationVerdict.Cut>(VerifyOne(quotation));

        Assert.Contains(kind, verdict.Kinds);
        Assert.Equal(omitted, verdict.Omitted.Text);
    }

    [Fact]
    public void Verify_OmissionThatDoesNotMatter_IsShortened() =>
        Assert.True(Assert.IsType<QuotationVerdict.Verbatim>(
            VerifyOne("it is critical to get this right … the future of the internet")).IsShortened);

    [Theory]
    [InlineData("Barr said: “" + Protects + "”", "William Barr", "Facebook’s statement")]
    [InlineData("“" + Protects + "”, Zuckerberg says", "Mark Zuckerberg", "Facebook’s statement")]
    [InlineData("Wray: “BuzzFeed News published a draft of the letter”", "Christopher Wray", null)]
    public void Verify_OtherSpeaker_IsNamed(string message, string claimed, string? speaker)
    {
        var verdict = Assert.IsType<QuotationVerdict.WrongSpeaker>(VerifyOne(message));

        Assert.Equal((claimed, speaker), (verdict.Claimed, verdict.Speaker));
    }

    [Theory]
    [InlineData(
        "BuzzFeed News published a draft of the letter. We strongly oppose government attempts to build backdoors")]
    [InlineData(
        "We strongly oppose government attempts to build backdoors … BuzzFeed News published a draft of the letter")]
    public void Verify_WordsFromTwoPlaces_AreJoined(string quotation) =>
        Assert.Equal(2, Assert.IsType<QuotationVerdict.Joined>(VerifyOne(quotation)).Parts.Count);

    [Fact]
    public void Verify_NoSuchWords_ShowsTheClosestSentence()
    {
        var verdict =
            Assert.IsType<QuotationVerdict.NotFound>(VerifyOne("The spokesman promised a backdoor for everyone"));

        Assert.NotNull(verdict.Closest);
        Assert.Null(Assert.IsType<QuotationVerdict.NotFound>(VerifyOne("cheese, cheese, cheese")).Closest);
    }

    [Fact]
    public void Verify_SeveralQuotations_JudgesEach()
    {
        var verdicts = Verifier.Verify($"Facebook said “{Protects}.” Barr said “cheese for all of us”.");

        Assert.Collection(
            verdicts,
            v => Assert.IsType<QuotationVerdict.Verbatim>(v),
            v => Assert.IsType<QuotationVerdict.NotFound>(v));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" …”“ !?")]
    public void Verify_NoWords_HasNoVerdict(string message) => Assert.Empty(Verifier.Verify(message));

    [Fact]
    public void Verify_AnyText_HasAVerdict()
    {
        var random = new Random(1);
        const string Alphabet = "ab Oct4.,…“”\"'-—\n[]()*>\u200D\uD83D\uDE00é";

        for (var i = 0; i < 2000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, 60).Select(_ => Alphabet[random.Next(Alphabet.Length)]));

            Assert.All(Verifier.Verify(text), v => Assert.NotNull(v.Quotation));
        }
    }

    [Fact]
    public void Verify_TooLong_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Verifier.Verify(new string('a', QuotationVerifier.MaxLength + 1)));

    private static QuotationVerdict VerifyOne(string message) => Assert.Single(Verifier.Verify(message));
}
