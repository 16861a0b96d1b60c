using System.Text.Json.Nodes;
using PolicyBot.Chat.Messages;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Commands;

/// <summary>Buttons and menus.</summary>
public abstract class ComponentTests
{
    public sealed class OverBuiltIn : ComponentTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : ComponentTests;
#endif

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Press_ByAnotherUser_AnswersPrivatelyAndKeepsTheMessage()
    {
        await using var bot = await RunningBot.StartAsync();
        var message = await AskAsync(bot);

        var pressed = bot.Server.Press(message, Id(Buttons(message)[0]), bot.Server.AddUser("grace"));
        var answer = await pressed.GetMessageAsync();

        Assert.True(answer.IsEphemeral);
        Assert.Equal((string)Buttons(message)[0]!["label"]!, answer.Title());
        Assert.Equal(message.Json.ToJsonString(), bot.Server.FindMessage(message.Id)!.Json.ToJsonString());
    }

    [Fact]
    public async Task Press_UnderPrivateAnswer_UpdatesIt()
    {
        await using var bot = await RunningBot.StartAsync();
        var message = await bot.Server.UseCommand("help").GetMessageAsync();

        var label = (string)Buttons(message)[0]!["label"]!;
        await bot.Server.Press(message, Id(Buttons(message)[0])).GetResponseAsync();

        var changed = bot.Server.FindMessage(message.Id)!;
        Assert.Equal(label, changed.Title());
        Assert.True(changed.IsEphemeral);
    }

    [Fact]
    public async Task Press_UnderOwnAnswer_UpdatesItAndBackLeadsBack()
    {
        await using var bot = await RunningBot.StartAsync();
        var message = await AskAsync(bot);

        var related = await PressAsync(bot, message, (string)Buttons(message)[0]!["label"]!);
        var context = await PressAsync(bot, related, "In context");
        var back = await PressAsync(bot, await PressAsync(bot, context, "Back"), "Back");

        Assert.Equal([message.Id, message.Id, message.Id], [related.Id, context.Id, back.Id]);
        Assert.NotEqual(message.Title(), related.Title());
        Assert.Equal("In the article's own words", context.Title());
        Assert.Equal(message.Title(), back.Title());
        Assert.Equal(message.Description(), back.Description());
        Assert.False(back.IsEphemeral);
        Assert.Single(bot.Server.GetMessages(bot.Server.Channel));
    }

    [Fact]
    public async Task Press_UnderAnswerToOwnMention_UpdatesIt()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.SendMessage($"<@{bot.Server.Bot.UserId}> who signed the letter?");
        await bot.Server.Log.WaitForAsync<RequestRecord>(
            r => r.Route == "/channels/{channel_id}/messages", ct: Cancellation);
        var answer = bot.Server.GetMessages(bot.Server.Channel)[^1];

        var context = await PressAsync(bot, answer, "In context");

        Assert.Equal("In the article's own words", context.Title());
    }

    [Fact]
    public async Task Press_UnderLastPartOfAnswerToOwnMention_UpdatesIt()
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup
        {
            Register = TestCommand.Instead(
                new TestCommand(
                    "ask",
                    _ =>
                        Task.FromResult(
                            TestCommand.Says(new string('a', 8_000)) with
                            {
                                Choices = [new ReplyAction("Go on", CommandRequest.Create("end", ""))]
                            })),
                new TestCommand("end", _ => Task.FromResult(TestCommand.Says("That was all.")))),
        });
        bot.Server.SendMessage($"{bot.Mention()} who signed the letter?");
        var last = await bot.WaitForPostAsync(2);

        var end = await PressAsync(bot, last, "Go on");

        Assert.Equal("That was all.", end.Description());
    }

    [Fact]
    public async Task Press_InDirectMessages_UpdatesTheMessage()
    {
        await using var bot = await RunningBot.StartAsync();
        var message =
            await bot.Server.UseCommand("quotes", channel: bot.Server.GetDirectMessages(bot.Server.User))
                .GetMessageAsync();

        var next = await PressAsync(bot, message, "Next");

        Assert.Contains("Page 2 of 2", next.Description(), StringComparison.Ordinal);
        Assert.Single(bot.Server.GetMessages(bot.Server.GetDirectMessages(bot.Server.User)));
    }

    [Fact]
    public async Task Press_Twice_ShowsTheSame()
    {
        await using var bot = await RunningBot.StartAsync();
        var message = await bot.Server.UseCommand("quotes").GetMessageAsync();
        var next = Id(Find(message, "Next"));

        var first = bot.Server.Press(message, next);
        await first.GetResponseAsync();
        // The member's client may still show the old message.
        var second = bot.Server.Press(message, Id(Find(bot.Server.FindMessage(message.Id)!, "Previous")));
        await second.GetResponseAsync();
        var third = bot.Server.Press(message, next);
        await third.GetResponseAsync();

        Assert.Contains("Page 2 of 2", bot.Server.FindMessage(message.Id)!.Description(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Press_TwiceAtOnce_ShowsTheSame()
    {
        await using var bot = await RunningBot.StartAsync();
        var message = await bot.Server.UseCommand("quotes").GetMessageAsync();
        var next = Id(Find(message, "Next"));

        var pressed = new[] { bot.Server.Press(message, next), bot.Server.Press(message, next) };
        await Task.WhenAll(pressed.Select(p => p.Response)).WaitAsync(TestGuard.Timeout, Cancellation);
        await bot.FinishAsync();

        Assert.Contains("Page 2 of 2", bot.Server.FindMessage(message.Id)!.Description(), StringComparison.Ordinal);
        Assert.Single(bot.Server.GetMessages(bot.Server.Channel));
        bot.AssertNothingIsWrong();
    }

    [Fact]
    public async Task Press_AfterFifteenMinutes_UpdatesTheMessage()
    {
        var clock = new TestClock();
        await using var server =
            await FakeDiscordServer.StartAsync(new FakeDiscordOptions { TimeProvider = clock }, Cancellation);
        SentMessage message;
        await using (var before = await RunningBot.StartAsync(new RunningBot.Setup { Server = server, Clock = clock }))
            message = await before.Use("quotes", "private", true)
                .GetMessageAsync();
        clock.Advance(TimeSpan.FromMinutes(16));
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup { Server = server, Clock = clock });

        var next = await PressAsync(bot, message, "Next");

        Assert.Contains("Page 2 of 2", next.Description(), StringComparison.Ordinal);
        Assert.True(next.IsEphemeral);
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task Press_ReplyWithoutButtons_RemovesOldButtons()
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup
        {
            Register = TestCommand.Instead(
                new TestCommand(
                    "start",
                    _ =>
                        Task.FromResult(
                            Reply.Private("Go on?") with
                            {
                                Choices = [new ReplyAction("Go on", CommandRequest.Create("end", ""))]
                            })),
                new TestCommand("end", _ => Task.FromResult(Reply.Private("That was all.")))),
        });
        var message = await bot.Server.UseCommand("start").GetMessageAsync();

        var end = await PressAsync(bot, message, "Go on");

        Assert.Equal(["Back"], Labels(end));
    }

    [Fact]
    public async Task Press_AfterRestart_Answers()
    {
        var clock = new TestClock();
        await using var server =
            await FakeDiscordServer.StartAsync(new FakeDiscordOptions { TimeProvider = clock }, Cancellation);
        SentMessage message;
        await using (var before = await RunningBot.StartAsync(new RunningBot.Setup { Server = server, Clock = clock }))
            message = await AskAsync(before);
        clock.Advance(TimeSpan.FromHours(1));

        await using var after = await RunningBot.StartAsync(new RunningBot.Setup { Server = server, Clock = clock });

        Assert.NotEmpty((await server.Press(message, Id(Buttons(message)[0])).GetMessageAsync()).Description());
        Assert.Empty(after.Violations);
    }

    [Fact]
    public async Task Select_Topic_ShowsItsQuestions()
    {
        await using var bot = await RunningBot.StartAsync();
        var topics = await bot.Server.UseCommand("topics").GetMessageAsync();

        var questions = await bot.Server.Select(
            topics, "menu", ["topics|topic=encryption~topics"], bot.Server.AddUser("grace")).GetMessageAsync();
        var value = (string)Buttons(questions)[0]!["options"]![0]!["value"]!;
        await bot.Server.Select(questions, "menu", [value]).GetResponseAsync();
        var answer = bot.Server.FindMessage(questions.Id)!;

        Assert.Equal("Questions about “encryption”", questions.Title());
        Assert.True(questions.IsEphemeral);
        Assert.NotEqual(questions.Title(), answer.Title());
        Assert.Equal(questions.Title(), (await PressAsync(bot, answer, "Back")).Title());
    }

    // Type 6 defers an update of the message, type 5 a new message.
    [Theory]
    [InlineData(true, false, false, 6, true)]
    [InlineData(false, false, false, 6, false)]
    [InlineData(false, true, false, 5, true)]
    [InlineData(false, false, true, 6, true)]
    public async Task Press_SlowCommand_IsDeferredAndReachesItsTarget(
        bool isPrivate, bool isSomebodyElse, bool isAnswerPrivate, int deferral, bool endsPrivate)
    {
        var ready = new TaskCompletionSource<Reply>();
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup
        {
            Register = TestCommand.Instead(
                new TestCommand(
                    "start",
                    _ =>
                        Task.FromResult(
                            TestCommand.Says("Go on?") with
                            {
                                IsPrivate = isPrivate,
                                Choices = [new ReplyAction("Go on", CommandRequest.Create("slow", ""))]
                            })),
                new TestCommand("slow", c => ready.Task.WaitAsync(c))),
        });
        var message = await bot.Server.UseCommand("start").GetMessageAsync();

        await bot.Clock.NoTimerAsync(TimeSpan.FromSeconds(1.5));
        var pressed = bot.Server.Press(message, "slow~start", isSomebodyElse ? bot.Server.AddUser("grace") : null);
        await bot.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(1.5));
        var response = await pressed.GetResponseAsync();
        ready.SetResult(TestCommand.Says("at last") with { IsPrivate = isAnswerPrivate });
        await bot.Server.Log.WaitForAsync<RequestRecord>(
            r => r.Route.StartsWith("/webhooks/", StringComparison.Ordinal), ct: Cancellation);

        Assert.Equal(deferral, (int)response["type"]!);
        var isInPlace = !isSomebodyElse && !isAnswerPrivate;
        var shown = isInPlace ? bot.Server.FindMessage(message.Id)! : await pressed.GetMessageAsync();
        Assert.Equal("at last", shown.Description());
        Assert.Equal(endsPrivate, shown.IsEphemeral);
        if (!isInPlace) Assert.Equal("Go on?", bot.Server.FindMessage(message.Id)!.Description());
    }

    [Fact]
    public async Task Press_ByAnotherUser_AllPartsArePrivate()
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup
        {
            Register = TestCommand.Instead(
                new TestCommand(
                    "start",
                    _ =>
                        Task.FromResult(
                            TestCommand.Says("Go on?") with
                            {
                                Choices = [new ReplyAction("Go on", CommandRequest.Create("long", ""))]
                            })),
                new TestCommand("long", _ => Task.FromResult(TestCommand.Says(new string('a', 8_000))))),
        });
        var message = await bot.Server.UseCommand("start").GetMessageAsync();

        var pressed = bot.Server.Press(message, "long~start", bot.Server.AddUser("grace"));
        await pressed.GetMessageAsync(1);

        Assert.Equal(2, pressed.Messages.Count);
        Assert.All(pressed.Messages, m => Assert.True(m.IsEphemeral));
    }

    [Fact]
    public async Task Press_PrivateAnswerToPublicMessage_KeepsTheMessage()
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup
        {
            Register = TestCommand.Instead(
                new TestCommand(
                    "start",
                    _ =>
                        Task.FromResult(
                            TestCommand.Says("Go on?") with
                            {
                                Choices = [new ReplyAction("Go on", CommandRequest.Create("aside", ""))]
                            })),
                new TestCommand("aside", _ => Task.FromResult(Reply.Private("Not for all.")))),
        });
        var message = await bot.Server.UseCommand("start").GetMessageAsync();

        var answer = await bot.Server.Press(message, "aside~start").GetMessageAsync();

        Assert.True(answer.IsEphemeral);
        Assert.Equal("Not for all.", answer.Description());
        Assert.Equal("Go on?", bot.Server.FindMessage(message.Id)!.Description());
    }

    [Fact]
    public async Task Press_UnknownCommand_ListsCommands()
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup
        {
            Register = TestCommand.Instead(
                new TestCommand(
                    "start",
                    _ =>
                        Task.FromResult(
                            TestCommand.Says("Go on?") with
                            {
                                Choices = [new ReplyAction("Go on", CommandRequest.Create("gone", ""))]
                            }))),
        });
        var message = await bot.Server.UseCommand("start").GetMessageAsync();

        var answer = await bot.Server.Press(message, "gone~start").GetMessageAsync();

        Assert.Contains(
            "There is no command /gone. Try one of these: /start.", answer.Description(), StringComparison.Ordinal);
    }

    // A search that is too long for a button's id together with anything else.
    [Fact]
    public async Task Press_UnderQuoteOfLongSearch_ShowsCardAndContextAndLeadsBack()
    {
        await using var bot = await RunningBot.StartAsync();
        var message = await bot.Use("quote", "about", LongSearch("encryption")).GetMessageAsync();
        var quote = message.Description().Split('\n')[0];

        var context = await PressAsync(bot, message, "In context");
        var back = await PressAsync(bot, context, "Back");
        var picture = await PressAsync(bot, back, "As a picture");
        var text = await PressAsync(bot, picture, "As text");

        Assert.Equal(["In context", "As a picture"], Labels(message));
        Assert.Equal("In the article's own words", context.Title());
        Assert.Equal(quote, back.Description().Split('\n')[0]);
        Assert.NotEmpty(picture.Stored.Body.Attachments);
        Assert.Equal(quote, text.Description().Split('\n')[0]);
    }

    [Theory]
    [InlineData(
        "quotes",
        "The open letter",
        "-# Page 1 of 2, 6 quotes in total\n\n-# /quotes … page: 2 shows the next page.")]
    [InlineData("quote", "The open letter", "-# Quote 1 of 6\n\n-# /quotes … shows all matching quotes.")]
    public async Task Command_SearchTooLongForNextButton_ExplainsHowToTypeIt(string command, string by, string expected)
    {
        await using var bot = await RunningBot.StartAsync();

        var message = await bot.Use(command, "by", LongSearch(by)).GetMessageAsync();

        Assert.EndsWith(expected, message.Description(), StringComparison.Ordinal);
        Assert.DoesNotContain("Next", Labels(message));
    }

    private static string LongSearch(string words) =>
        string.Join(' ', Enumerable.Repeat(words, 1 + (90 / words.Length)));

    private static Task<SentMessage> AskAsync(RunningBot bot) =>
        bot.Use("ask", "question", "Who signed the letter?")
            .GetMessageAsync();

    private static async Task<SentMessage> PressAsync(RunningBot bot, SentMessage message, string label)
    {
        await bot.Server.Press(message, Id(Find(message, label))).GetResponseAsync();
        return bot.Server.FindMessage(message.Id)!;
    }

    private static IEnumerable<JsonNode> Components(SentMessage message) =>
        message.Json["components"]!.AsArray().SelectMany(r => r!["components"]!.AsArray())!;

    private static JsonNode Find(SentMessage message, string label) =>
        Components(message).Single(c => (string?)c["label"] == label);

    private static IEnumerable<string> Labels(SentMessage message) =>
        Components(message).Select(c => (string)c["label"]!);

    private static JsonArray Buttons(SentMessage message) => message.Json["components"]![0]!["components"]!.AsArray();

    private static string Id(JsonNode? button) => (string)button!["custom_id"]!;
}
