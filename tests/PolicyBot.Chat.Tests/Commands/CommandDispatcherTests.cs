using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Tests.Support;

namespace PolicyBot.Chat.Tests.Commands;

public sealed class CommandDispatcherTests
{
    // Moderators' commands have a rate limit of their own, also those that only a button leads to.
    [Theory]
    [InlineData("curate publish", true)]
    [InlineData("curate review", true)]
    [InlineData("stats", true)]
    [InlineData("ask", false)]
    [InlineData("feedback", false)]
    [InlineData("nosuch", false)]
    public void FindDefinition_Command_IsForModeratorsOrNot(string command, bool isForModerators)
    {
        using var server = new TestServer();

        var definition = server.Bot.FindDefinition(CommandRequest.Create(command, "c"));

        Assert.Equal(isForModerators, definition is { RequiresManageServer: true });
    }

    [Fact]
    public async Task DispatchAsync_UnknownCommand_ListsTheCommands()
    {
        var reply = await Sample.Bot().RunAsync("dance");

        Assert.True(reply.IsPrivate);
        Assert.Equal(
            [
                "There is no command /dance. Try one of these: /ask, /quote, /quotes, /verify, /summary, "
                + "/people, /topics, "
                    + "/article, /why, /help.",
            ],
            reply.Paragraphs());
    }

    [Fact]
    public async Task DispatchAsync_InvalidChoice_ListsTheChoices()
    {
        var reply = await Sample.Bot().RunAsync("summary", ("length", "endless"));

        Assert.True(reply.IsPrivate);
        Assert.Equal(
            ["“endless” isn't a valid value for length. Choose one of these: line, short, full."],
            reply.Paragraphs());
    }

    [Fact]
    public async Task DispatchAsync_NameInCapitals_IsRecognized() =>
        Assert.NotNull((await Sample.Bot().RunAsync("PEOPLE")).Title);

    [Fact]
    public void Definitions_All_AreValidOnDiscord()
    {
        var definitions = Sample.Bot().Definitions;

        Assert.Equal(definitions.Count, definitions.Select(d => d.Name).Distinct().Count());
        Assert.All(definitions, d =>
        {
            Assert.Matches("^[a-z]{1,32}$", d.Name);
            Assert.InRange(d.Description.Length, 1, 100);
            Assert.All(d.Options, o =>
            {
                Assert.Matches("^[a-z]{1,32}$", o.Name);
                Assert.InRange(o.Description.Length, 1, 100);
                Assert.InRange(o.Choices.Count, 0, 25);
            });
            Assert.InRange(d.Options.Count(o => o.IsDefault), 0, 1);
            Assert.Equal(d.Options.OrderByDescending(o => o.IsRequired), d.Options);
        });
    }

    [Theory]
    [InlineData("people", true)]
    [InlineData("summary", true)]
    [InlineData("ask", true)]
    [InlineData("help", true)]
    [InlineData("people", false)]
    public async Task DispatchAsync_PrivateFlag_MakesTheReplyPrivate(string command, bool isPrivate)
    {
        var reply = await Sample.Bot().RunAsync(command, ("private", isPrivate ? "true" : "false"));

        Assert.Equal(isPrivate, reply.IsPrivate);
        Assert.DoesNotContain(reply.Choices.Concat(reply.Actions), c => c.Request.Options.ContainsKey("private"));
    }

    [Fact]
    public async Task DispatchAsync_LongInvalidValue_IsTruncated()
    {
        var reply = await Sample.Bot().RunAsync("summary", ("length", new string('x', 6000)));

        Assert.InRange(Assert.Single(reply.Paragraphs()).Length, 200, 300);
    }

    [Fact]
    public void CreateRequestForMessage_KnownAction_AsksTheText()
    {
        var request = Sample.Bot().CreateRequestForMessage("Answer this", "who signed?", Sample.Place);

        Assert.Equal(("ask", "who signed?"), (request.Command, request.GetOption("question")));
    }

    [Fact]
    public async Task CreateRequestForMessage_UnknownAction_ListsTheCommands()
    {
        var bot = Sample.Bot();
        var request = bot.CreateRequestForMessage("Burn this", "text", Sample.Place);

        var reply = await bot.DispatchAsync(request, TestContext.Current.CancellationToken);

        Assert.StartsWith(
            "There is no command /Burn this.", Assert.Single(reply.Paragraphs()), StringComparison.Ordinal);
    }
}
