using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.FakeDiscord;
using PolicyBot.FakeDiscord.Interactions;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Ask;

/// <summary>Autocomplete: what is suggested, and what the suggestions do.</summary>
public abstract class AutocompleteTests
{
    public sealed class OverBuiltIn : AutocompleteTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : AutocompleteTests;
#endif

    private const string CallbackRoute = "/interactions/{interaction_id}/{interaction_token}/callback";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ask", "question", "who sig")]
    [InlineData("ask", "question", "WHO SIG")]
    [InlineData("ask", "question", "e")]
    [InlineData("ask", "question", "")]
    [InlineData("ask", "question", " ")]
    [InlineData("quote", "by", "face")]
    [InlineData("quote", "by", "")]
    [InlineData("quote", "about", "enc")]
    [InlineData("quote", "about", "")]
    [InlineData("quotes", "by", "")]
    [InlineData("quotes", "about", "law")]
    public async Task Autocomplete_Option_SuggestsWithinDiscordsLimits(string command, string option, string typed)
    {
        await using var bot = await RunningBot.StartAsync();

        var offered = await bot.AutocompleteAsync(command, option, typed);

        Assert.InRange(offered.Count, 1, 25);
        Assert.All(offered, o => Assert.InRange(o.Label.Length, 1, 100));
        Assert.All(offered, o => Assert.InRange(o.Value.Length, 1, 100));
        Assert.Equal(offered.Count, offered.DistinctBy(o => o.Label).Count());
        Assert.Equal(offered.Count, offered.DistinctBy(o => o.Value).Count());
    }

    [Theory]
    [InlineData("who sig", "Who signed the letter?")]
    [InlineData("sgned teh leter", "Who signed the letter?")]
    public async Task Autocomplete_Question_SuggestsTheRightOne(string typed, string expected)
    {
        await using var bot = await RunningBot.StartAsync();

        Assert.Contains(expected, (await bot.AutocompleteAsync("ask", "question", typed)).Select(o => o.Label));
    }

    [Fact]
    public async Task Autocomplete_InDirectMessages_SuggestsTheSame()
    {
        await using var bot = await RunningBot.StartAsync();

        var offered =
            await bot.AutocompleteAsync("ask", "question", "who sig", bot.Server.GetDirectMessages(bot.Server.User));

        Assert.Contains("Who signed the letter?", offered.Select(o => o.Label));
    }

    [Fact]
    public async Task Autocomplete_OtherOptions_SuggestsForTheFocusedOne()
    {
        await using var bot = await RunningBot.StartAsync();

        var others = new Dictionary<string, object> { ["by"] = "Facebook", ["random"] = true };
        var response = await bot.Server.Autocomplete("quote", "about", "enc", others).GetResponseAsync();

        Assert.Contains("encryption", response["data"]!["choices"]!.AsArray().Select(c => (string)c!["value"]!));
    }

    [Fact]
    public async Task Ask_SuggestedQuestion_IsAnsweredWithItsEntry()
    {
        await using var bot = await RunningBot.StartAsync();
        var offered = await bot.AutocompleteAsync("ask", "question", "");

        foreach (var (label, value) in offered)
        {
            var answer = await bot.Use("ask", "question", value).GetMessageAsync();
            // A label is truncated to Discord's limit.
            Assert.StartsWith(label.TrimEnd('…'), answer.Title(), StringComparison.Ordinal);
            Assert.False(answer.IsEphemeral);
        }
    }

    [Theory]
    [InlineData("quote", "by")]
    [InlineData("quote", "about")]
    [InlineData("quotes", "by")]
    [InlineData("quotes", "about")]
    public async Task Quote_SuggestedValue_FindsQuotes(string command, string option)
    {
        await using var bot = await RunningBot.StartAsync();

        foreach (var (_, value) in await bot.AutocompleteAsync(command, option, ""))
        {
            var found = await bot.Use(command, option, value).GetMessageAsync();
            Assert.False(found.IsEphemeral, $"{value}: {found.Description()}");
            Assert.StartsWith("> ", found.Description(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("entry:gone")]
    [InlineData("entry:")]
    public async Task Ask_OutdatedSuggestion_ExplainsPrivately(string value)
    {
        await using var bot = await RunningBot.StartAsync();

        var answer = await bot.Use("ask", "question", value).GetMessageAsync();

        Assert.Contains("Please ask it in your own words.", answer.Description(), StringComparison.Ordinal);
        Assert.True(answer.IsEphemeral);
    }

    [Fact]
    public async Task Autocomplete_NothingFits_SuggestsNothing()
    {
        await using var bot = await RunningBot.StartAsync();

        Assert.Empty(await bot.AutocompleteAsync("quote", "by", "zzyzx"));
    }

    [Fact]
    public async Task Autocomplete_OptionWithout_IsNotRequested()
    {
        await using var bot = await RunningBot.StartAsync();

        Assert.Throws<ActionUnavailableException>(() => bot.Server.Autocomplete("quotes", "page", "1"));
        Assert.Throws<ActionUnavailableException>(() => bot.Server.Autocomplete("why", "question", "who"));
    }

    // A command may have had autocomplete before it was registered again.
    [Fact]
    public async Task Autocomplete_CommandWithout_SuggestsNothing()
    {
        await using var bot =
            await RunningBot.StartAsync(new RunningBot.Setup { Register = TestCommand.Instead(Completed([])) });

        Assert.Empty(await bot.AutocompleteAsync("completed", "text", "a"));
    }

    // For two equal labels, Discord sends the first one's value for both.
    [Fact]
    public async Task Autocomplete_InvalidSuggestions_AreCorrectedOrSkipped()
    {
        var suggestions = Enumerable.Range(0, 24).Select(n => new AutocompleteChoice(new string('a', 120), $"{n}"))
            .Prepend(new AutocompleteChoice("no value", ""))
            .Prepend(new AutocompleteChoice("long value", new string('v', 101)))
            .Prepend(new AutocompleteChoice("two\nlines\u202E", new string('v', 100)))
            .Append(new AutocompleteChoice("one too many", "x")).ToList();
        await using var bot = await RunningBot.StartAsync(
            new RunningBot.Setup { Register = TestCommand.Instead(Completed(suggestions)) });

        var offered = await bot.AutocompleteAsync("completed", "text", "a");

        Assert.Equal(
            [new string('v', 100), .. Enumerable.Range(0, 24).Select(n => $"{n}")], offered.Select(o => o.Value));
        Assert.Equal("two lines", offered[0].Label);
        Assert.Equal(25, offered.DistinctBy(o => o.Label).Count());
        Assert.All(offered.Skip(1), o => Assert.Equal(100, o.Label.Length));
    }

    [Fact]
    public async Task Autocomplete_Often_IsNotLimited()
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup
        {
            IsLimited = true,
            Configure = o => (o.UserLimit, o.ChannelLimit) = (1, 1),
        });

        for (var length = 0; length < 50; length++) Assert.NotEmpty(await bot.AutocompleteAsync("ask", "question", ""));

        Assert.Equal(
            "Who signed the letter?",
            (await bot.Use("ask", "question", "who signed the letter?").GetMessageAsync()).Title());
    }

    [Theory]
    [InlineData(404, 10062, "Unknown interaction")]
    [InlineData(400, 40060, "Interaction has already been acknowledged.")]
    public async Task Autocomplete_Refused_IsLoggedAtDebug(int status, int code, string reason)
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.HttpFaults.Add(new HttpFault.Refusal(status, code, reason), "POST", CallbackRoute);

        bot.Server.Autocomplete("ask", "question", "who sig");
        var line = await bot.Log.WaitForAsync("Failed to send suggestions for /ask");

        Assert.StartsWith("Debug: ", line, StringComparison.Ordinal);
        Assert.Contains($"code {code}", line, StringComparison.Ordinal);
        Assert.NotEmpty(await bot.AutocompleteAsync("ask", "question", "who sig"));
        Assert.Equal(
            "Who signed the letter?",
            (await bot.Use("ask", "question", "who signed the letter?").GetMessageAsync()).Title());
        bot.AssertNothingIsWrong();
    }

    [Fact]
    public async Task Autocomplete_TooLate_IsNotSent()
    {
        var (asked, ready) = (new TaskCompletionSource(), new TaskCompletionSource<ArticleLookup>());
        var articles = new TestCatalog(() =>
        {
            asked.TrySetResult();
            return ready.Task;
        });
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup
        {
            Register = services => services.AddSingleton(new CommandDispatcher([Completed([], true)], articles)),
        });

        bot.Server.Autocomplete("completed", "text", "a");
        await asked.Task.WaitAsync(TestGuard.Timeout, Cancellation);
        bot.Clock.Advance(TimeSpan.FromSeconds(3));
        ready.SetResult(new ArticleLookup.Found(null!));
        await bot.FinishAsync();

        Assert.Equal(0, bot.Callbacks());
    }

    private static TestCommand Completed(IReadOnlyList<AutocompleteChoice> suggestions, bool usesArticle = false) =>
        new("completed", _ => Task.FromResult(TestCommand.Says("done")), usesArticle)
        {
            Definition = new("completed", "Is asked what it could be.", [
                new CommandOption("text", "Any.") { HasAutocomplete = true }
            ]),
            Suggestions = suggestions,
        };
}
