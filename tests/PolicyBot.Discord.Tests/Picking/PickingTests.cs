using System.Text.Json.Nodes;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Replies;
using PolicyBot.Discord.Testing;
using PolicyBot.Discord.Tests.Support;

namespace PolicyBot.Discord.Tests.Picking;

/// <summary>What happens when members press buttons and select from menus.</summary>
public sealed class PickingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Press_UnderAMessageThatAllSee_AnswersThePresserAlone()
    {
        await using var bot = await RunningBot.StartAsync();
        var message = await AskAsync(bot);
        var somebodyElse = bot.Server.AddUser("grace");

        var pressed = bot.Server.Press(message, Id(Buttons(message)[0]), somebodyElse);
        var answer = await pressed.ShownAsync();

        Assert.True(answer.IsEphemeral);
        Assert.Equal((string)Buttons(message)[0]!["label"]!, answer.Title());
        Assert.Equal(message.Json.ToJsonString(), bot.Server.Find(message.Id)!.Json.ToJsonString());
    }

    [Fact]
    public async Task Press_UnderAMessageThatTheUserAloneSees_ChangesItInPlace()
    {
        await using var bot = await RunningBot.StartAsync();
        var message = await bot.Server.UseCommand("help").ShownAsync();

        var label = (string)Buttons(message)[0]!["label"]!;
        await bot.Server.Press(message, Id(Buttons(message)[0])).Response.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);

        var changed = bot.Server.Find(message.Id)!;
        Assert.Equal(label, changed.Title());
        Assert.True(changed.IsEphemeral);
    }

    [Fact]
    public async Task Press_ReplyWithoutChoices_LeavesNoOldButtonsBehind()
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup
        {
            Register = TestCommand.Instead(
                new TestCommand("start", _ => Task.FromResult(Reply.Aside("Go on?") with { Choices = [new Choice("Go on", Invocation.Of("end", ""))] })),
                new TestCommand("end", _ => Task.FromResult(Reply.Aside("That was all.")))),
        });
        var message = await bot.Server.UseCommand("start").ShownAsync();

        await bot.Server.Press(message, "end").Response.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);

        Assert.Empty(bot.Server.Find(message.Id)!.Json["components"]!.AsArray());
    }

    [Fact]
    public async Task Press_AfterARestart_StillAnswers()
    {
        var clock = new TestClock();
        await using var server = await DiscordServer.StartAsync(new DiscordServerOptions { TimeProvider = clock }, Cancellation);
        SentMessage message;
        await using (var before = await RunningBot.StartAsync(new RunningBot.Setup { Server = server, Clock = clock })) message = await AskAsync(before);
        clock.Advance(TimeSpan.FromHours(1));

        await using var after = await RunningBot.StartAsync(new RunningBot.Setup { Server = server, Clock = clock });

        Assert.NotEmpty((await server.Press(message, Id(Buttons(message)[0])).ShownAsync()).Description());
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task Select_FromTheTopics_ShowsTheirQuestionsAndThoseTheirAnswers()
    {
        await using var bot = await RunningBot.StartAsync();
        var topics = await bot.Server.UseCommand("topics").ShownAsync();

        var questions = await bot.Server.Select(topics, "menu", ["topics|topic=encryption"]).ShownAsync();
        var value = Menu(questions) is { } menu ? (string)menu["options"]![0]!["value"]! : Id(Buttons(questions)[0]);
        var selected = Menu(questions) is null ? bot.Server.Press(questions, value) : bot.Server.Select(questions, "menu", [value]);
        await selected.Response.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);

        Assert.Equal("Questions on the topic “encryption”", questions.Title());
        Assert.NotEqual(questions.Title(), bot.Server.Find(questions.Id)!.Title());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Press_SlowCommand_IsDeferredAndStillEndsWhereItShould(bool isPrivate)
    {
        var ready = new TaskCompletionSource<Reply>();
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup
        {
            Register = TestCommand.Instead(
                new TestCommand("start", _ => Task.FromResult(TestCommand.Says("Go on?") with { IsPrivate = isPrivate, Choices = [new Choice("Go on", Invocation.Of("slow", ""))] })),
                new TestCommand("slow", c => ready.Task.WaitAsync(c))),
        });
        var message = await bot.Server.UseCommand("start").ShownAsync();

        await bot.Clock.NoTimerAsync(TimeSpan.FromSeconds(1.5));
        var pressed = bot.Server.Press(message, "slow");
        await bot.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(1.5));
        var response = await pressed.Response.WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
        ready.SetResult(TestCommand.Says("at last"));
        await bot.Server.Log.WaitForAsync<RequestRecord>(r => r.Method == "PATCH", ct: Cancellation);

        Assert.Equal(isPrivate ? 6 : 5, (int)response["type"]!);
        var changed = isPrivate ? bot.Server.Find(message.Id)! : await pressed.ShownAsync();
        Assert.Equal("at last", changed.Description());
        Assert.True(changed.IsEphemeral);
    }

    [Fact]
    public async Task Press_ButtonThatNoCommandKnows_SaysWhatThereIs()
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup
        {
            Register = TestCommand.Instead(new TestCommand("start", _ => Task.FromResult(TestCommand.Says("Go on?") with { Choices = [new Choice("Go on", Invocation.Of("gone", ""))] }))),
        });
        var message = await bot.Server.UseCommand("start").ShownAsync();

        var answer = await bot.Server.Press(message, "gone").ShownAsync();

        Assert.Contains("There is no command /gone. These are there: /start.", answer.Description(), StringComparison.Ordinal);
    }

    private static Task<SentMessage> AskAsync(RunningBot bot) =>
        bot.Server.UseCommand("ask", new Dictionary<string, object> { ["question"] = "Who signed the letter?" }).ShownAsync();

    private static JsonArray Buttons(SentMessage message) => message.Json["components"]![0]!["components"]!.AsArray();

    private static JsonNode? Menu(SentMessage message) => Buttons(message)[0] is { } first && (int)first["type"]! == 3 ? first : null;

    private static string Id(JsonNode? button) => (string)button!["custom_id"]!;
}
