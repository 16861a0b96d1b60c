using System.Text.Json.Nodes;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.FakeDiscord;
using PolicyBot.FakeDiscord.Interactions;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Commands;

/// <summary>Forms: how they open, what a submit does, and what happens where Discord allows no form.</summary>
public abstract class FormTests
{
    public sealed class OverBuiltIn : FormTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : FormTests;
#endif

    private static readonly TimeSpan DeferAfter = TimeSpan.FromSeconds(1.5);

    private static readonly string[] Both = ["names", "dates"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Form Everything { get; } = new(
        "Add a question",
        CommandRequest.Create("add", "", ("to", "letter")),
        [
            new FormField.Note("Use the article's *own* words."),
            new FormField.Text("question", "Question", "As members ask it.", "Who signed?", 200),
            new FormField.Text("answer", "Answer", IsRequired: false, IsLong: true),
            new FormField.Menu(
                "topics", "Topics", null, [new("Names", "names", IsChosen: true), new("Dates", "dates")], 0, 2),
        ]);

    [Fact]
    public async Task Command_WithForm_OpensModal()
    {
        await using var bot = await StartAsync(Opens(Everything));

        var modal = await OpenAsync(bot.Server.UseCommand("add"));

        Assert.Equal("Add a question", (string?)modal["title"]);
        Assert.Equal("add|to=letter", (string?)modal["custom_id"]);
        AssertEqual(
            """
            [{"type":10,"content":"Use the article's \\*own\\* words."},
            {"type":18,"label":"Question","component":{"type":4,"style":1,"custom_id":"question","value":"Who signed?",
            "max_length":200,"required":true},"description":"As members ask it."},
            {"type":18,"label":"Answer","component":{"type":4,"style":2,"custom_id":"answer","max_length":4000,
            "required":false}},
            {"type":18,"label":"Topics","component":{"type":3,"custom_id":"topics","options":[
            {"label":"Names","value":"names","default":true},{"label":"Dates","value":"dates"}],
            "min_values":0,"max_values":2,"required":false}}]
            """,
            modal["components"]!);
    }

    [Fact]
    public async Task Submit_Values_BecomeOptionsOfTheRequest()
    {
        var add = new TestCommand("add", _ => Task.FromResult(new Reply { Form = Everything }));
        await using var bot = await StartAsync(add);
        var opener = bot.Server.UseCommand("add");
        await OpenAsync(opener);

        await SubmitAsync(
            bot, opener, ("question", "Who?\nAnd when?"), ("answer", ""), ("topics", Both));

        var request = add.LastCall!;
        Assert.Equal(
            [("answer", ""), ("question", "Who?\nAnd when?"), ("to", "letter"), ("topics", "names\ndates")],
            request.Options.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => (o.Key, o.Value)));
        Assert.True(request.IsFromForm);
        Assert.False(request.IsFromComponent);
        Assert.Equal(bot.Server.User.Id.ToString(), request.Caller!.User);
    }

    [Fact]
    public async Task Submit_AfterRestart_Works()
    {
        var save = TestCommand.Named("save");
        var form = new Form("Save", CommandRequest.Create("save", ""), [new FormField.Text("text", "Text")]);
        var clock = new TestClock();
        await using var server = await FakeDiscordServer.StartAsync(
            new FakeDiscordOptions { TimeProvider = clock }, Cancellation);
        var opener = await OpenBeforeRestartAsync(server, clock, Opens(form));

        // Discord lets a bot identify once in so long.
        clock.Advance(TimeSpan.FromSeconds(5));
        await using var bot = await StartAsync(server, clock, save);
        var message = await SubmitAsync(bot, opener, ("text", "kept"));

        Assert.Equal("save", message.Description());
        Assert.Equal("kept", save.LastCall!.GetOption("text"));
    }

    [Fact]
    public async Task Submit_FormThatIsUnknownNow_SaysSoAndReturnsTheText()
    {
        var form = new Form("Save", CommandRequest.Create("gone", ""), [new FormField.Text("text", "Text")]);
        await using var bot = await StartAsync(Opens(form));
        var opener = bot.Server.UseCommand("add");
        await OpenAsync(opener);

        var message = await SubmitAsync(bot, opener, ("text", "a long thought"));

        Assert.Equal(
            "I don't know that form any more, so I changed nothing. Please open it again.\n\n"
                + "This is what you entered:\n\n**text:** a long thought",
            message.Description());
        Assert.True(message.IsEphemeral);
    }

    [Fact]
    public async Task Submit_FailingCommand_ReturnsTheText()
    {
        var form = new Form("Save", CommandRequest.Create("broken", ""), [new FormField.Text("text", "Text")]);
        await using var bot = await StartAsync(
            Opens(form), new TestCommand("broken", _ => throw new InvalidOperationException("the inside")));
        var opener = bot.Server.UseCommand("add");
        await OpenAsync(opener);

        var message = await SubmitAsync(bot, opener, ("text", "a long thought"));

        Assert.StartsWith("Something went wrong", message.Description(), StringComparison.Ordinal);
        Assert.EndsWith("**text:** a long thought", message.Description(), StringComparison.Ordinal);
        Assert.True(message.IsEphemeral);
    }

    [Fact]
    public async Task Command_FormThatIsReadyTooLate_OpensFromButton()
    {
        var ready = new TaskCompletionSource<Reply>();
        await using var bot = await StartAsync(new TestCommand("add", c => ready.Task.WaitAsync(c)));

        var used = bot.Server.UseCommand("add");
        await bot.Clock.AdvanceToTimerAsync(DeferAfter);
        await used.GetResponseAsync();
        ready.SetResult(new Reply { Form = Everything });
        await bot.Server.Log.WaitForAsync<RequestRecord>(
            r => r is { Method: "POST", Route: "/webhooks/{webhook_id}/{webhook_token}" }, 1, Cancellation);

        var message = Assert.Single(used.Messages);
        Assert.Equal("Open the form with the button below.", message.Description());
        Assert.True(message.IsEphemeral);
        Assert.Equal(["Open form"], message.Labels());
        Assert.Equal("Add a question", (string?)(await OpenAsync(bot.Server.Press(message, "add")))["title"]);
    }

    [Fact]
    public async Task Submit_FormAgain_IsOfferedAsButtonUnderTheReply()
    {
        var replies = new Queue<Reply>();
        var edit = new TestCommand("edit", _ => Task.FromResult(replies.Dequeue()));
        var form = new Form("Edit", CommandRequest.Create("edit", ""), [new FormField.Text("text", "Text")]);
        await using var bot = await StartAsync(edit);
        replies.Enqueue(new Reply { Form = form });
        var opener = bot.Server.UseCommand("edit");
        await OpenAsync(opener);

        replies.Enqueue(TestCommand.Says("The article doesn't say that.") with
        {
            Form = form with { Opener = CommandRequest.Create("edit", "", ("draft", "7")) },
        });
        var message = await SubmitAsync(bot, opener, ("text", new string('a', 4000)));

        Assert.Equal("The article doesn't say that.", message.Description());
        Assert.True(message.IsEphemeral);
        Assert.Equal(["Edit again"], message.Labels());
        replies.Enqueue(new Reply { Form = form });
        await OpenAsync(bot.Server.Press(message, "edit|draft=7"));
        Assert.Equal("7", edit.LastCall!.GetOption("draft"));
    }

    [Fact]
    public async Task Submit_FormOfAButton_UpdatesItsMessageAndLeadsBack()
    {
        var form = new Form("Save", CommandRequest.Create("save", ""), [new FormField.Text("text", "Text")]);
        await using var bot = await StartAsync(
            WithButton(), Opens(form), TestCommand.Named("save"));
        var list = await bot.Server.UseCommand("list").GetMessageAsync();
        var opener = bot.Server.Press(list, "add~list");
        await OpenAsync(opener);

        var message = await SubmitAsync(bot, opener, ("text", "new"));

        Assert.Equal(list.Id, message.Id);
        Assert.Equal("save", message.Description());
        Assert.Equal(["Back"], message.Labels());
        Assert.Equal("Which?", (await bot.PressAsync(message, "Back")).Description());
    }

    [Fact]
    public async Task Submit_FormOfAButtonWithFollowUp_KeepsItsMessage()
    {
        var form = new Form("Save", CommandRequest.Create("save", ""), [new FormField.Text("text", "Text")]);
        await using var bot = await StartAsync(
            WithButton(),
            Opens(form),
            new TestCommand("save", _ => Task.FromResult(Reply.Private("Saved.") with { IsFollowUp = true })));
        var list = await bot.Server.UseCommand("list").GetMessageAsync();
        var opener = bot.Server.Press(list, "add~list");
        await OpenAsync(opener);

        var message = await SubmitAsync(bot, opener, ("text", "new"));

        Assert.Equal("Saved.", message.Description());
        Assert.True(message.IsEphemeral);
        Assert.Equal("Which?", bot.Server.FindMessage(list.Id)!.Description());
    }

    [Fact]
    public async Task Press_FormThatIsReadyTooLate_KeepsTheMessage()
    {
        var ready = new TaskCompletionSource<Reply>();
        await using var bot = await StartAsync(WithButton(), new TestCommand("add", c => ready.Task.WaitAsync(c)));
        var list = await bot.Server.UseCommand("list").GetMessageAsync();
        // The list's own timer is stopped after it is shown.
        await bot.Clock.NoTimerAsync(DeferAfter);

        var pressed = bot.Server.Press(list, "add~list");
        await bot.Clock.AdvanceToTimerAsync(DeferAfter);
        await pressed.GetResponseAsync();
        ready.SetResult(new Reply { Form = Everything });
        var message = await pressed.GetMessageAsync();

        Assert.Equal("Open the form with the button below.", message.Description());
        Assert.True(message.IsEphemeral);
        Assert.Equal("Which?", bot.Server.FindMessage(list.Id)!.Description());
    }

    [Fact]
    public async Task Command_FormBeyondDiscordsLimits_IsShortened()
    {
        var choices = Enumerable.Range(1, 30).Select(i => new FormChoice(new string('c', 150), $"{i}", IsChosen: true));
        var form = new Form(new string('t', 80), CommandRequest.Create("add", ""), [
            new FormField.Note("dropped, because there are five fields"),
            new FormField.Text("a", new string('l', 60), new string('d', 200), new string('v', 50), MaxLength: 20),
            new FormField.Text("b", "  ", Value: ""),
            new FormField.Text("c", new string('n', 60), MaxLength: 9000),
            new FormField.Menu("d", "Menu", null, [.. choices], Min: 3, Max: 99),
            new FormField.Menu("nothing", "Nothing to choose", null, []),
            new FormField.Text("e", "Text"),
            new FormField.Text("f", "One too many"),
        ]);
        await using var bot = await StartAsync(Opens(form));

        var modal = await OpenAsync(bot.Server.UseCommand("add"));

        var labels = modal["components"]!.AsArray();
        Assert.Equal(["a", "b", "c", "d", "e"], labels.Select(l => (string?)l!["component"]!["custom_id"]));
        Assert.Equal(new string('t', 44) + "…", (string?)modal["title"]);
        Assert.Equal(new string('l', 44) + "…", (string?)labels[0]!["label"]);
        Assert.Equal(new string('d', 99) + "…", (string?)labels[0]!["description"]);
        Assert.Equal(new string('v', 19) + "…", (string?)labels[0]!["component"]!["value"]);
        Assert.Equal("b", (string?)labels[1]!["label"]);
        Assert.Equal(new string('n', 60), (string?)labels[2]!["description"]);
        Assert.Equal(25, labels[3]!["component"]!["options"]!.AsArray().Count);
    }

    [Fact]
    public async Task Submit_WhatDiscordsClientRefuses_Throws()
    {
        await using var bot = await StartAsync(Opens(Everything));
        var opener = bot.Server.UseCommand("add");
        await OpenAsync(opener);

        Assert.Throws<ActionUnavailableException>(() => Submit(bot, opener, ("question", "")));
        Assert.Throws<ActionUnavailableException>(() => Submit(bot, opener, ("question", new string('a', 201))));
        Assert.Throws<ActionUnavailableException>(() => Submit(bot, opener, ("topics", "places")));
    }

    private static void AssertEqual(string expected, JsonNode actual) => Assert.True(
        JsonNode.DeepEquals(JsonNode.Parse(expected), actual),
        $"Expected {expected}, but got {actual.ToJsonString()}.");

    private static TestCommand Opens(Form form) => new("add", _ => Task.FromResult(new Reply { Form = form }));

    private static TestCommand WithButton() => new(
        "list",
        _ => Task.FromResult(TestCommand.Says("Which?") with
        {
            Choices = [new ReplyAction("Add", CommandRequest.Create("add", ""))],
        }));

    private static Task<RunningBot> StartAsync(params ICommand[] commands) => StartAsync(null, null, commands);

    private static Task<RunningBot> StartAsync(
        FakeDiscordServer? server, TestClock? clock, params ICommand[] commands) =>
        RunningBot.StartAsync(new RunningBot.Setup
        {
            Server = server,
            Clock = clock,
            Register = TestCommand.Instead(commands),
        });

    private static async Task<SentInteraction> OpenBeforeRestartAsync(
        FakeDiscordServer server, TestClock clock, ICommand command)
    {
        await using var bot = await StartAsync(server, clock, command);
        var opener = server.UseCommand("add");
        await OpenAsync(opener);
        return opener;
    }

    private static async Task<JsonNode> OpenAsync(SentInteraction interaction)
    {
        var response = await interaction.GetResponseAsync();
        Assert.Equal(9, (int)response["type"]!);
        return response["data"]!;
    }

    private static SentInteraction Submit(
        RunningBot bot, SentInteraction opener, params (string Name, object Value)[] values) =>
        bot.Server.SubmitModal(opener, values.ToDictionary(v => v.Name, v => v.Value));

    private static Task<SentMessage> SubmitAsync(
        RunningBot bot, SentInteraction opener, params (string Name, object Value)[] values) =>
        Submit(bot, opener, values).GetMessageAsync();
}
