using System.Text;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Tests.Usage;

public sealed class PiiRedactorTests
{
    [Theory]
    [InlineData("is <@123456789012345678> right?", "is @somebody right?")]
    [InlineData("is <@!123456789012345678> right?", "is @somebody right?")]
    [InlineData("do <@&123456789012345678> know?", "do @somebody know?")]
    [InlineData("see <#123456789012345678>", "see @somebody")]
    [InlineData("<@1><@2> <@!3>", "@somebody@somebody @somebody")]
    [InlineData("is <@1\u200B2> right?", "is @somebody right?")]
    [InlineData("write to ann.lee+news@mail.example.org, please", "write to @somebody, please")]
    [InlineData("mailto:Jürgen_99@exämple.org?", "mailto:@somebody?")]
    [InlineData("who is 123456789012345678?", "who is …?")]
    [InlineData("<:smile:123456789012345678> what?", "<:smile:…> what?")]
    [InlineData("call +49 (0)30 1234-5678 now", "call … now")]
    [InlineData("call 030/123 456 78 now", "call … now")]
    [InlineData("call 555.123.4567", "call …")]
    [InlineData("is https://example.org/a?b=c#d true?", "is (link) true?")]
    [InlineData("is (HTTP://EXAMPLE.ORG) true?", "is ((link)) true?")]
    [InlineData("see ftp://ann:secret@example.org/x", "see (link)")]
    [InlineData("see <https://exämple.org/ü>, please", "see <(link)>, please")]
    [InlineData("see www.example.anything", "see (link)")]
    [InlineData("join discord.gg/abcDEF now", "join (link) now")]
    [InlineData("does example.com or news.example.co.uk say so?", "does (link) or (link) say so?")]
    [InlineData("[this](https://example.org)", "[this]((link))")]
    public void Redact_MentionAddressOrNumber_IsReplaced(string question, string expected) =>
        Assert.Equal(expected, PiiRedactor.Redact(question));

    [Theory]
    [InlineData("Was it in 2018 or 2019?")]
    [InlineData("Was it from 2014-2019?")]
    [InlineData("Is it a “4-year” plan, or a 4-year-old one?")]
    [InlineData("What happened on Oct. 4, 2019?")]
    [InlineData("Did the U.S./UK letter ask and/or demand it?")]
    [InlineData("Was it signed.Then what?")]
    [InlineData("Is 3.5/10 the e.g. score?")]
    [InlineData("What happened on 2019-10-04?")]
    [InlineData("What happened on 10/04/2019?")]
    [InlineData("Were 1,000 or 1,000,000,000 messages read?")]
    [InlineData("Did 16.8 million reports come in 2018?")]
    [InlineData("Is it end-to-end encrypted?")]
    [InlineData("What are 5 @ 3 and a@b?")]
    [InlineData("Is 1 < 2 and #3 > 2?")]
    [InlineData("Wer hat’s unterschrieben – und wann?")]
    [InlineData("кто подписал 漢字?")]
    [InlineData("why 🙂 👩‍👩‍👧 so?")]
    public void Redact_OrdinaryText_StaysTheSame(string question) =>
        Assert.Equal(question, PiiRedactor.Redact(question));

    [Theory]
    [InlineData("", "")]
    [InlineData(" \t\r\n ", "")]
    [InlineData("\0\u0001\u001b", "")]
    [InlineData("who\0 signed\u0007 it?", "who signed it?")]
    [InlineData("who\r\nsigned\n\n  it?\t", "who signed it?")]
    [InlineData("who \u202Esigned\u202C \u2066it\u2069?", "who signed it?")]
    [InlineData("\u001b[31mred", "[31mred")]
    [InlineData("one\u2028two\u2029three\u0085four", "one two three four")]
    public void Redact_ControlCharacters_AreRemoved(string question, string expected) =>
        Assert.Equal(expected, PiiRedactor.Redact(question));

    [Theory]
    [InlineData(300, 300)]
    [InlineData(301, 300)]
    [InlineData(6000, 300)]
    [InlineData(1_000_000, 300)]
    public void Redact_LongText_IsTruncated(int length, int expected)
    {
        var text = PiiRedactor.Redact(new string('x', length));

        Assert.Equal(expected, text.Length);
        Assert.Equal(length > expected, text.EndsWith('…'));
    }

    [Theory]
    [InlineData("1 ")]
    [InlineData("<@1")]
    [InlineData("a@b")]
    [InlineData("a.")]
    [InlineData("12345678 ,")]
    public void Redact_LongTextOfNearMatches_IsTruncated(string part) =>
        Assert.InRange(PiiRedactor.Redact(string.Concat(Enumerable.Repeat(part, 50_000))).Length, 1, 300);

    [Fact]
    public void Redact_EmojiAtTheLimit_IsNotSplit()
    {
        for (var before = 0; before < 700; before++)
        {
            foreach (var filler in (string[])["x", " "])
                AssertValid(
                    PiiRedactor.Redact("why" + string.Concat(Enumerable.Repeat(filler, before)) + "🙂🙂 so?"),
                    before);
        }
    }

    [Fact]
    public void Redact_MentionAtTheLimit_IsReplacedWhole()
    {
        foreach (var name in (string[])["<@123456789012345678>", "ann.lee@example.org", "123456789012345678"])
        {
            for (var before = 0; before < 700; before++)
            {
                var redacted = PiiRedactor.Redact("why " + new string(' ', before) + name + " so?");

                Assert.Contains(redacted, (string[])["why @somebody so?", "why … so?"]);
            }
        }
    }

    [Fact]
    public void Redact_AnyText_IsOneShortValidLine()
    {
        var random = new Random(5);
        const string Odd = "aab1234567890 @@..<>#&!+-()/🙂\u0301\u200d\n\t\0é漢…";
        for (var run = 0; run < 3_000; run++)
        {
            var runes = Odd.EnumerateRunes().ToList();
            var question = string.Concat(
                Enumerable.Range(0, random.Next(900)).Select(_ => runes[random.Next(runes.Count)]));

            var redacted = PiiRedactor.Redact(question);

            AssertValid(redacted, run);
            Assert.InRange(redacted.Length, 0, 300);
            Assert.DoesNotContain(redacted, c => char.IsControl(c));
            Assert.Equal(redacted, PiiRedactor.Redact(redacted));
        }
    }

    // A database rejects half a surrogate pair.
    private static void AssertValid(string text, int run) =>
        Assert.True(
            !text.EnumerateRunes().Contains(Rune.ReplacementChar),
            $"{run}: half a surrogate pair is left in “{text}”");
}
