namespace PolicyBot.FakeDiscord.Tests.DiscordJs;

/// <summary>
/// discord.js works with the fake Discord as with Discord, so that the server and the bot don't share a
/// misunderstanding.
/// </summary>
public sealed class DiscordJsTests(DiscordJsFixture fixture) : IClassFixture<DiscordJsFixture>
{
    private const string Callback = "/interactions/{interaction_id}/{interaction_token}/callback";
    private const string FollowUp = "/webhooks/{webhook_id}/{webhook_token}";
    private const string Original = "/webhooks/{webhook_id}/{webhook_token}/messages/@original";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Login_RightToken_IsReadyAsTheBot()
    {
        var session = await fixture.SessionAsync();
        var (server, client) = (session.Server, session.Client);

        var ready = await client.WaitForAsync("ready");
        var identified = await server.Log.WaitForAsync<IdentifiedRecord>(ct: Cancelled);
        var gateway =
            await server.Log.WaitForAsync<RequestRecord>(request => request.Route == "/gateway/bot", ct: Cancelled);

        Assert.Equal(server.Bot.UserId.ToString(), ready.Text("user"));
        Assert.Equal(server.Bot.ApplicationId.ToString(), ready.Text("application"));
        Assert.Equal(server.Bot.Name, ready.Text("name"));
        Assert.Equal((1 << 9) | (1 << 12), identified.Intents);
        Assert.Equal((0, 1), (identified.Shard, identified.ShardCount));
        Assert.Equal("/gateway", (await server.Log.WaitForAsync<ConnectedRecord>(ct: Cancelled)).Path);
        Assert.Equal($"Bot {server.Bot.Token}", gateway.Authorization);
        session.AssertUnderstood();
    }

    [Fact]
    public async Task Registration_BulkOverwrite_GivesBackEachCommand()
    {
        var session = await fixture.SessionAsync();

        var registered = await session.Client.WaitForAsync("registered");
        var names = registered.Data["names"]!.AsArray().Select(name => name!.GetValue<string>());
        var put =
            await session.Server.Log.WaitForAsync<RequestRecord>(request => request.Method == "PUT", ct: Cancelled);

        Assert.Equal("/applications/{application_id}/commands", put.Route);
        Assert.Equal(200, put.Status);
        Assert.Equal(["ping", "slow", "find", "form", "say", "file", "fetch", "Quote this"], names);
        Assert.Equal(8, session.Server.GetCommands().Count);
        session.AssertUnderstood();
    }

    [Fact]
    public async Task Command_AnsweredAtOnce_ShowsTheAnswer()
    {
        var session = await fixture.SessionAsync();

        var ping = session.Server.UseCommand("ping");
        var message = await ping.MessageAsync(ct: Cancelled);
        var replied =
            await session.Client.WaitForAsync("replied", happened => happened.Text("message") == message.Id.ToString());

        Assert.Equal(4, (int)(await ping.Response)["type"]!);
        Assert.Equal("pong", message.Content);
        Assert.Equal("pong", replied.Text("content"));
        Assert.False(message.IsEphemeral);
        Assert.Equal("Pong", (string?)message.Json["embeds"]![0]!["title"]);
        Assert.Equal(2, message.Json["components"]!.AsArray().Count);
        session.AssertUnderstood();
    }

    [Fact]
    public async Task Command_InDirectMessages_IsAnswered()
    {
        var session = await fixture.SessionAsync();

        var ping = session.Server.UseCommand("ping", channel: session.Server.GetDirectMessages(session.Server.User));

        Assert.Equal("pong", (await ping.MessageAsync(ct: Cancelled)).Content);
        session.AssertUnderstood();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Command_Deferred_IsEditedAndFollowedUp(bool isQuiet)
    {
        var session = await fixture.SessionAsync();

        var slow = session.Server.UseCommand("slow", new Dictionary<string, object> { ["quiet"] = isQuiet });
        var first = await slow.MessageAsync(0, Cancelled);
        var loud = await slow.MessageAsync(1, Cancelled);
        var quiet = await slow.MessageAsync(2, Cancelled);
        var followed =
            await session.Client.WaitForAsync("followed", happened => happened.Text("loud") == loud.Id.ToString());

        Assert.Equal(5, (int)(await slow.Response)["type"]!);
        Assert.Equal(("thought about it", isQuiet), (first.Content, first.IsEphemeral));
        Assert.Equal(("for all", false), (loud.Content, loud.IsEphemeral));
        Assert.Equal(("for you", true), (quiet.Content, quiet.IsEphemeral));
        Assert.Equal(quiet.Id.ToString(), followed.Text("quiet"));
        Assert.True(
            session.Server.Log.Count<RequestRecord>(
                request => request is { Method: "PATCH", Route: Original, Status: 200 }) > 0);
        Assert.True(
            session.Server.Log.Count<RequestRecord>(
                request => request is { Method: "POST", Route: FollowUp, Status: 200 }) > 1);
        session.AssertUnderstood();
    }

    [Fact]
    public async Task Options_OfEachKind_ArriveTyped()
    {
        var session = await fixture.SessionAsync();

        var options = new Dictionary<string, object> { ["what"] = "a b", ["limit"] = 5L, ["order"] = "new" };
        var find = session.Server.UseCommand("find", options);

        Assert.Equal("found a b 5 new", (await find.MessageAsync(ct: Cancelled)).Content);
        session.AssertUnderstood();
    }

    [Fact]
    public async Task Autocomplete_Typed_GivesChoices()
    {
        var session = await fixture.SessionAsync();

        var response = await session.Server.Autocomplete("find", "what", "encr").Response;

        Assert.Equal(8, (int)response["type"]!);
        Assert.Equal(
            ["encr!", "Another"], response["data"]!["choices"]!.AsArray().Select(choice => (string?)choice!["name"]));
        session.AssertUnderstood();
    }

    [Fact]
    public async Task Button_Pressed_UpdatesItsMessage()
    {
        var session = await fixture.SessionAsync();

        var message = await session.Server.UseCommand("ping").MessageAsync(ct: Cancelled);
        var response = await session.Server.Press(message, "more").Response;
        var updated = session.Server.FindMessage(message.Id)!;

        Assert.Equal(7, (int)response["type"]!);
        Assert.Equal("pong, and more", updated.Content);
        Assert.Empty(updated.Json["components"]!.AsArray());
        session.AssertUnderstood();
    }

    [Fact]
    public async Task Select_Picked_EditsItsMessageAfterADeferral()
    {
        var session = await fixture.SessionAsync();
        var log = session.Server.Log;

        var message = await session.Server.UseCommand("ping").MessageAsync(ct: Cancelled);
        var pick = session.Server.Select(message, "pick", ["2"]);
        Assert.Equal(6, (int)(await pick.Response)["type"]!);
        await log.WaitForAsync<RequestRecord>(
            request => request.Route == Original && request.Path.Contains(pick.Token), ct: Cancelled);

        Assert.Equal("picked 2", session.Server.FindMessage(message.Id)!.Content);
        session.AssertUnderstood();
    }

    [Fact]
    public async Task Modal_Submitted_IsAnswered()
    {
        var session = await fixture.SessionAsync();

        var form = session.Server.UseCommand("form");
        Assert.Equal(9, (int)(await form.Response)["type"]!);
        var submitted = session.Server.SubmitModal(
            form,
            new Dictionary<string, object> { ["text"] = "hello", ["tones"] = new List<string> { "slow", "loud" } });
        var message = await submitted.MessageAsync(ct: Cancelled);

        Assert.Equal(("you said hello (slow+loud)", true), (message.Content, message.IsEphemeral));
        session.AssertUnderstood();
    }

    [Fact]
    public async Task Post_NonceRepeated_PostsOnce()
    {
        var session = await fixture.SessionAsync();
        var channel = session.Server.AddChannel("posts");

        var say = session.Server.UseCommand(
            "say", new Dictionary<string, object> { ["text"] = "once" }, channel, Manager(session));
        Assert.Equal("said", (await say.MessageAsync(ct: Cancelled)).Content);
        var said =
            await session.Client.WaitForAsync("said", happened => happened.Text("interaction") == say.Id.ToString());
        var path = $"/channels/{channel.Id}/messages";

        Assert.Equal(
            2, session.Server.Log.Count<RequestRecord>(
                request => request.Method == "POST" && request.Path.EndsWith(path)));
        Assert.Equal(said.Text("first"), said.Text("second"));
        Assert.Equal("edited", Assert.Single(session.Server.GetMessages(channel)).Content);
        session.AssertUnderstood();
    }

    [Fact]
    public async Task Posts_MoreThanTheLimit_WaitAsTheHeadersSay()
    {
        var session = await fixture.SessionAsync();
        var channel = session.Server.AddChannel("busy");

        // Two posts each; the limit is five in five seconds.
        for (var at = 0; at < 3; at++)
        {
            var say = session.Server.UseCommand(
                "say", new Dictionary<string, object> { ["text"] = $"post {at}" }, channel, Manager(session));
            Assert.Equal("said", (await say.MessageAsync(ct: Cancelled)).Content);
        }

        await session.Client.WaitForAsync("rateLimited");
        var path = $"/channels/{channel.Id}/messages";
        Assert.Equal(3, session.Server.GetMessages(channel).Count);
        Assert.Equal(
            0,
            session.Server.Log.Count<RequestRecord>(request => request.Status == 429 && request.Path.EndsWith(path)));
        session.AssertUnderstood();
    }

    [Theory]
    [InlineData("user")]
    [InlineData("shared")]
    [InlineData("global")]
    public async Task Post_RefusedForARateLimit_IsTriedAgain(string scope)
    {
        var session = await fixture.SessionAsync();
        var channel = session.Server.AddChannel($"limited-{scope}");
        var refusal = new HttpFault.RateLimited(TimeSpan.FromSeconds(0.3), scope);
        session.Server.HttpFaults.Add(refusal, "POST", "/channels/{channel_id}/messages");

        var say = session.Server.UseCommand(
            "say", new Dictionary<string, object> { ["text"] = "once" }, channel, Manager(session));
        Assert.Equal("said", (await say.MessageAsync(ct: Cancelled)).Content);

        var path = $"/channels/{channel.Id}/messages";
        var statuses = session.Server.Log.Records.OfType<RequestRecord>()
            .Where(request => request.Method == "POST" && request.Path.EndsWith(path))
            .Select(request => request.Status);
        Assert.Equal([429, 200, 200], statuses);
        Assert.Single(session.Server.GetMessages(channel));
        session.AssertUnderstood();
    }

    [Fact]
    public async Task Answer_WithAFile_IsAccepted()
    {
        var session = await fixture.SessionAsync();

        var message = await session.Server.UseCommand("file").MessageAsync(ct: Cancelled);

        Assert.Equal("see the file", message.Content);
        Assert.Equal("table.csv", (string?)message.Json["attachments"]![0]!["filename"]);
        session.AssertUnderstood();
    }

    [Fact]
    public async Task Answer_ReadBackAndDeleted_IsGone()
    {
        var session = await fixture.SessionAsync();

        session.Server.UseCommand("fetch");
        var fetched = await session.Client.WaitForAsync("fetched");
        var deleted = await session.Client.WaitForAsync("deleted");

        Assert.Equal("short-lived", fetched.Text("content"));
        Assert.Null(session.Server.FindMessage(ulong.Parse(deleted.Text("message"))));
        session.AssertUnderstood();
    }

    [Fact]
    public async Task MessageCommand_OnAMessage_ReadsIt()
    {
        var session = await fixture.SessionAsync();

        var target = session.Server.SendMessage("a word of mine");
        var message = await session.Server.UseMessageCommand("Quote this", target).MessageAsync(ct: Cancelled);

        Assert.Equal(("> a word of mine", true), (message.Content, message.IsEphemeral));
        session.AssertUnderstood();
    }

    [Fact]
    public async Task Message_Direct_IsReadWithItsContent()
    {
        var session = await fixture.SessionAsync();
        var server = session.Server;

        var sent = server.SendMessage("hello bot", server.GetDirectMessages(server.User));
        var message =
            await session.Client.WaitForAsync("message", happened => happened.Text("id") == sent.Id.ToString());

        Assert.Equal(("hello bot", server.User.Id.ToString()), (message.Text("content"), message.Text("author")));
        session.AssertUnderstood();
    }

    [Fact]
    public async Task Callbacks_Always_CarryNoAuthorization()
    {
        var session = await fixture.SessionAsync();
        await session.Server.UseCommand("ping").Response;

        var callback =
            await session.Server.Log.WaitForAsync<RequestRecord>(request => request.Route == Callback, ct: Cancelled);

        Assert.Null(callback.Authorization);
        Assert.StartsWith("DiscordBot (", callback.UserAgent, StringComparison.Ordinal);
        session.AssertUnderstood();
    }

    private static DiscordUser Manager(DiscordJsSession session) =>
        session.Server.AddUser("mo", permissions: DiscordUser.MemberPermissions | DiscordUser.ManageGuild);
}
