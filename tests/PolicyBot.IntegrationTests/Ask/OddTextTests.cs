using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PolicyBot.FakeDiscord;
using PolicyBot.FakeDiscord.Interactions;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Ask;

/// <summary>Odd texts are answered, ping nobody, and are shown as typed.</summary>
public abstract partial class OddTextTests
{
    public sealed class OverBuiltIn : OddTextTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : OddTextTests;
#endif

    // More than a few messages a second in one channel would have to wait for the clock.
    private static readonly FakeDiscordOptions ServerOptions = new()
    {
        ChannelMessages = new RateLimitRule(1_000, TimeSpan.FromSeconds(1)),
    };

    private static readonly (string Command, string Option)[] ThatShowItAgain =
        [("quote", "about"), ("quote", "by"), ("quotes", "about"), ("quotes", "page"), ("topics", "topic")];

    public static TheoryData<string> Names => OddTexts.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Text_Odd_IsAnsweredWithoutPingsAndNotLogged(string name)
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup { ServerOptions = ServerOptions });
        var text = OddTexts.Find(name, bot.Server.AddUser("grace").Id);
        var message = OddTexts.InAMessage(text);

        List<SentInteraction> used =
        [
            bot.Use("ask", "question", text),
            bot.Use("why", "question", text),
            bot.Use("quote", "about", text),
            bot.Use("quote", "by", text),
            bot.Use("quotes", "page", text),
            bot.Use("topics", "topic", text),
            bot.Server.UseMessageCommand("Answer this", bot.Server.SendMessage(message)),
        ];
        foreach (var each in used) await each.GetMessageAsync();
        bot.Server.SendMessage(OddTexts.InAMessage($"{bot.Mention()} {text}"));
        bot.Server.SendMessage(message, bot.Server.GetDirectMessages(bot.Server.User));
        await bot.WaitForPostAsync(2);
        Assert.InRange((await bot.AutocompleteAsync("ask", "question", text)).Count, 0, 25);
        Assert.InRange((await bot.AutocompleteAsync("quote", "about", text)).Count, 0, 25);
        await bot.FinishAsync();

        var posted =
            bot.Server.Channels.SelectMany(bot.Server.GetMessages).Where(m => m.AuthorId == bot.Server.Bot.UserId);
        List<SentMessage> shown = [.. used.SelectMany(u => u.Messages), .. posted];
        Assert.All(shown, m => Assert.Empty(m.Pings));
        Assert.All(shown, m => Assert.NotEmpty(m.Description()));
        Assert.All(shown, m => Assert.DoesNotContain(m.Description(), IsSteering));
        Assert.DoesNotContain(bot.Log.All, l => l.Contains("xyzzy", StringComparison.Ordinal));
        bot.AssertNothingIsWrong();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Text_ShownAgain_IsShownAsTyped(string name)
    {
        await using var bot = await RunningBot.StartAsync();
        var text = OddTexts.Find(name, bot.Server.AddUser("grace").Id);

        foreach (var (command, option) in ThatShowItAgain)
        {
            var odd = (await bot.Use(command, option, text).GetMessageAsync()).Description();
            var plain = (await bot.Use(command, option, "plainly nothing").GetMessageAsync()).Description();

            var parts = plain.Split("plainly nothing");
            Assert.StartsWith(parts[0], odd, StringComparison.Ordinal);
            Assert.EndsWith(parts[1], odd, StringComparison.Ordinal);
            AssertReadsAs(OddTexts.AsShown(name, text), odd[parts[0].Length..^parts[1].Length]);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Why_Text_IsShownAsTyped(string name)
    {
        await using var bot = await RunningBot.StartAsync();
        var text = OddTexts.Find(name, bot.Server.AddUser("grace").Id);

        var why = (await bot.Use("why", "question", text).GetMessageAsync()).Description();

        Assert.StartsWith("You asked: “", why, StringComparison.Ordinal);
        var end = why.IndexOf("”. ", StringComparison.Ordinal);
        Assert.InRange(end, 12, why.Length);
        AssertReadsAs(OddTexts.AsShown(name, text), why[12..end]);
    }

    [Fact]
    public async Task Ask_LongText_IsAcceptedUpToSixThousandCharacters()
    {
        await using var bot = await RunningBot.StartAsync();
        var longest = "who signed the letter?" + new string(' ', OddTexts.MaxOption - 23) + "?";

        Assert.Equal("Who signed the letter?", (await bot.Use("ask", "question", longest).GetMessageAsync()).Title());
        Assert.Throws<ActionUnavailableException>(() => bot.Use("ask", "question", longest + "?"));
    }

    // Everyone reads the reply, so it doesn't repeat what one user typed.
    [Fact]
    public async Task Ask_VeryLongWord_IsNotRepeated()
    {
        await using var bot = await RunningBot.StartAsync();

        var answer = await bot.Use("ask", "question", OddTexts.Find("one word", 0)).GetMessageAsync();

        var shown = $"{answer.Title()}\n{answer.Description()}\n{answer.Footer()}";
        Assert.DoesNotContain("xyzzy", shown, StringComparison.OrdinalIgnoreCase);
        Assert.InRange(shown.Length, 1, 1_500);
    }

    [Theory]
    [InlineData("**who** signed the `letter`?")]
    [InlineData("> who signed the letter? ||please||")]
    [InlineData("```who signed the letter?```")]
    [InlineData("@here who signed the letter? <@{0}>")]
    [InlineData("who signed the letter? 🙂🏳️‍🌈")]
    [InlineData("w\u200Bho si\u00ADgned the letter\u202E?")]
    [InlineData("WHO\u00A0SIGNED\tTHE\r\nLETTER\u0000")]
    public async Task Ask_OddCharacters_IsUnderstood(string question)
    {
        await using var bot = await RunningBot.StartAsync();

        var answer = await bot.Use("ask", "question", string.Format(null, question, bot.Server.AddUser("grace").Id))
            .GetMessageAsync();

        Assert.Equal("Who signed the letter?", answer.Title());
        Assert.Empty(answer.Pings);
    }

    private static void AssertReadsAs(string expected, string markdown)
    {
        var read = new StringBuilder();
        for (var i = 0; i < markdown.Length; i++)
        {
            if (markdown[i] == '\\'
                && i + 1 < markdown.Length
                && (char.IsPunctuation(markdown[i + 1]) || char.IsSymbol(markdown[i + 1])))
            {
                read.Append(markdown[++i]);
                continue;
            }

            Assert.False("\\*_~`|[]<>".Contains(markdown[i]), $"“{markdown[i]}” is not escaped at {i} of: {markdown}");
            read.Append(markdown[i]);
        }

        Assert.Equal(expected, read.ToString());
        Assert.False(LineMark().IsMatch(markdown), $"A line begins with a mark: {markdown}");
        Assert.DoesNotContain("://", markdown.Replace("\\://", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static bool IsSteering(char c) =>
        (char.IsControl(c) && c != '\n')
            || (char.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not ('\u200C' or '\u200D'));

    [GeneratedRegex(@"\n *([-+#>*]|[0-9]+\.)")]
    private static partial Regex LineMark();
}
