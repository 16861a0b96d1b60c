using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Tests.Matching.Text;

public sealed class QuestionCleanerTests
{
    [Theory]
    [InlineData("who signed https://example.org/a?b=c#d this", "who signed this")]
    [InlineData("who signed HTTP://EXAMPLE.ORG this", "who signed this")]
    [InlineData("see www.example.org/who", "see")]
    [InlineData("<https://example.org> who", "who")]
    [InlineData("[the letter](https://example.org/x_(y)) please", "the letter please")]
    [InlineData("and/or", "and or")]
    [InlineData("<@123> who <@!45> signed <#678> it <@&9>", "who signed it")]
    [InlineData("</daily subscribe:123456> who", "who")]
    [InlineData("</ask:123456>what is it", "what is it")]
    [InlineData("<:party:123> who <a:dance_2:456>", "who")]
    [InlineData("<t:1618953630:R> when <t:1618953630>", "when")]
    [InlineData("<id:customize> who", "who")]
    [InlineData("@everyone who @here signed", "who signed")]
    [InlineData("who signed :thinking: it :wave::skin-tone-2: :+1: :100:", "who signed it")]
    [InlineData("at 10:22:33", "at 10 22 33")]
    [InlineData("he said: who: signed", "he said who signed")]
    [InlineData("who 🙂 signed 👩‍💻 it 🇺🇸 ❤️ 👍🏽", "who signed it")]
    [InlineData("1️⃣ who 2⃣ signed ℹ️ it", "who signed it")]
    [InlineData("**who** __signed__ ~~the~~ ||letter|| `now`", "who signed the letter now")]
    [InlineData("**E**ncryption ||l||etter", "encryption letter")]
    [InlineData("> who signed\n> the letter", "who signed the letter")]
    [InlineData("```json\nwho signed\n```", "who signed")]
    [InlineData("a > b and a < b", "a b and a b")]
    [InlineData("snake_case", "snake case")]
    [InlineData("<who> signed <@me>", "who signed me")]
    public void Read_MessageMarkup_IsIgnored(string question, string words) => Assert.Equal(words, Words(question));

    [Theory]
    [InlineData("Ann Lee — Today at 10:22\nwho signed it", "who signed it")]
    [InlineData("ann — Today at 1:22 AM\nwho signed it\nbob2 — Yesterday at 9:05 PM\nno idea", "who signed it no idea")]
    [InlineData("ann — 11/28/2026 10:22 AM\r\nwho signed it", "who signed it")]
    [InlineData("ann — 28.11.2026, 10:22\nwho signed it", "who signed it")]
    [InlineData("ann  Yesterday at 9:05 PM\nwho signed it", "who signed it")]
    [InlineData("ann\n — Today at 10:22\nwho signed it", "who signed it")]
    [InlineData("ann — 10:22 AM\nwho signed it", "who signed it")]
    [InlineData("[10:22] ann: who signed it", "who signed it")]
    [InlineData("[10:22 PM] ann lee: who signed it\n[10:23 PM] bob: no idea", "who signed it no idea")]
    [InlineData("[11/28/2026 10:22 AM] ann: who signed it", "who signed it")]
    [InlineData("who signed it — Today at 10:22?", "who signed it today at 10 22")]
    [InlineData("did they meet yesterday at 9:05 PM", "did they meet yesterday at 9 05 pm")]
    [InlineData("the vote is on friday — 10:30", "the vote is on friday 10 30")]
    public void Read_PastedMessages_HaveNoHeaders(string question, string words) =>
        Assert.Equal(words, Words(question));

    [Theory]
    [InlineData("<@123> who singed <:x:1> teh **letter**", "singed", "teh", "letter")]
    [InlineData("🙂 𝐰𝐡𝐨 https://example.org signed", "𝐰𝐡𝐨", "signed")]
    [InlineData("ann — Today at 10:22\nwho is Zürich", "Zürich")]
    public void Read_CleanedQuestion_KeepsThePlacesOfItsWords(string question, params string[] asked)
    {
        var reader = new QuestionTokenizer();

        reader.Read(question);

        var words = reader.Tokens.ToArray().Select(t => question[t.SourceStart..t.SourceEnd]).ToList();
        Assert.All(asked, word => Assert.Contains(word, words));
    }

    [Theory]
    [InlineData("Who signed the letter?", false)]
    [InlineData("What's the price, in U.S. dollars (2019)?", false)]
    [InlineData("see www.example.org", true)]
    [InlineData("who\nsigned", true)]
    [InlineData("<@1> who", true)]
    [InlineData("café", true)]
    public void IsNeeded_Question_IsFalseForPlainText(string question, bool isNeeded) =>
        Assert.Equal(isNeeded, QuestionCleaner.IsNeeded(question));

    [Fact]
    public void Read_AnyMarkup_NeverFails()
    {
        var random = new Random(3);
        string[] pieces =
        [
            "<", ">", "@", "<@1", ":", ":a:", "www.", "https://", "**", "__",
            "|", "`", "\n", "\r\n", " — ", "Today at ", "10:22",
            "[", "]", "(", "word", "1\u20E3", "\uD835", "𝐰", "\uFE0F", "🙂", " ", "\u0001",
        ];
        var reader = new QuestionTokenizer();
        for (var run = 0; run < 5_000; run++)
        {
            var text = string.Concat(random.GetItems(pieces, random.Next(30)));

            reader.Read(text);

            Assert.All(reader.Tokens.ToArray(), t => Assert.InRange(t.SourceEnd, t.SourceStart + 1, text.Length));
            Assert.NotNull(reader.GetCorrectedText(text));
        }
    }

    private static string Words(string question)
    {
        var reader = new QuestionTokenizer();
        reader.Read(question);
        return string.Join(' ', reader.Tokens.ToArray().Select(t => reader.GetText(t).ToString()));
    }
}
