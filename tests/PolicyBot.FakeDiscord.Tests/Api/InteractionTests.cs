using PolicyBot.FakeDiscord.Tests.Limits;
using PolicyBot.FakeDiscord.Tests.Support;

namespace PolicyBot.FakeDiscord.Tests.Api;

/// <summary>How long and how often an interaction can be responded to, and who sees the response.</summary>
public sealed class InteractionTests
{
    private const string Reply = """{"type":4,"data":{"content":"a"}}""";
    private const string Plain = """{"content":"b"}""";

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Callback_JustWithinThreeSeconds_IsAccepted(int type)
    {
        await using var server = await TestServer.StartWithCommandAsync();
        var interaction = server.Discord.UseCommand("ask");

        server.Clock.Advance(TimeSpan.FromSeconds(3) - Moment);

        Assert.Equal(
            204,
            (await server.CallbackAsync(interaction, Reply.Replace("4", $"{type}", StringComparison.Ordinal))).Status);
        Assert.Equal(TimeSpan.FromSeconds(3) - Moment, interaction.ResponseTime);
    }

    [Theory]
    [InlineData("command", 5)]
    [InlineData("typing", 8)]
    public async Task Callback_AfterThreeSeconds_IsUnknown(string kind, int type)
    {
        await using var server = await TestServer.StartWithCommandAsync();
        var interaction = kind == "command"
            ? server.Discord.UseCommand("ask")
            : server.Discord.Autocomplete("ask", "question", "a");

        server.Clock.Advance(TimeSpan.FromSeconds(3));
        var late = await server.CallbackAsync(interaction, $$$"""{"type":{{{type}}},"data":{"choices":[]}}""");

        Assert.Equal((404, 10062, "Unknown interaction"), (late.Status, late.Code, (string?)late.Body!["message"]));
        await Assert.ThrowsAsync<TimeoutException>(() => interaction.Response);

        // Its token isn't valid for anything else either.
        var followUp = await server.PostAsync(server.Webhook(interaction), Plain);
        Assert.Equal((404, 10015), (followUp.Status, followUp.Code));
    }

    [Fact]
    public async Task Callback_OfAnotherToken_IsUnknown()
    {
        await using var server = await TestServer.StartWithCommandAsync();
        var (one, other) = (server.Discord.UseCommand("ask"), server.Discord.UseCommand("ask"));

        Assert.Equal(10062, (await server.PostAsync($"interactions/{one.Id}/{other.Token}/callback", Reply)).Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public async Task Callback_TheSecondTime_IsAlreadyAcknowledged(int secondsLater)
    {
        await using var server = await TestServer.StartWithCommandAsync();
        var interaction = server.Discord.UseCommand("ask");
        await server.CallbackAsync(interaction, Reply);

        server.Clock.Advance(TimeSpan.FromSeconds(secondsLater));
        var second = await server.CallbackAsync(interaction, Reply);

        Assert.Equal((400, 40060), (second.Status, second.Code));
        Assert.Equal("Interaction has already been acknowledged.", (string?)second.Body!["message"]);
        Assert.Single(interaction.Messages);
    }

    [Fact]
    public async Task Callback_ManyAtOnce_OnlyOneIsAccepted()
    {
        await using var server = await TestServer.StartWithCommandAsync();
        var interaction = server.Discord.UseCommand("ask");

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => server.CallbackAsync(interaction, Reply)));

        Assert.Single(answers, answer => answer.Status == 204);
        Assert.Equal(9, answers.Count(answer => answer.Code == 40060));
        Assert.Single(interaction.Messages);
    }

    [Theory]
    [InlineData("POST", "")]
    [InlineData("PATCH", "/messages/@original")]
    [InlineData("GET", "/messages/@original")]
    [InlineData("DELETE", "/messages/@original")]
    public async Task Token_JustBeforeAndAfterFifteenMinutes_IsValidAndInvalid(string method, string path)
    {
        await using var server = await TestServer.StartWithCommandAsync();
        var (kept, used) = (server.Discord.UseCommand("ask"), server.Discord.UseCommand("ask"));
        await server.CallbackAsync(kept, Reply);
        await server.CallbackAsync(used, Reply);

        server.Clock.Advance(TimeSpan.FromMinutes(15) - Moment);
        Assert.InRange((await SendAsync(server, method, server.Webhook(used) + path)).Status, 200, 204);
        Assert.False(kept.IsExpired);

        server.Clock.Advance(Moment);
        var late = await SendAsync(server, method, server.Webhook(kept) + path);
        Assert.Equal((401, 50027, "Invalid Webhook Token"), (late.Status, late.Code, (string?)late.Body!["message"]));
        Assert.True(kept.IsExpired);
    }

    [Fact]
    public async Task FollowUp_BeforeTheCallback_IsUnknown()
    {
        await using var server = await TestServer.StartWithCommandAsync();

        var early = await server.PostAsync(server.Webhook(server.Discord.UseCommand("ask")), Plain);

        Assert.Equal((404, 10015), (early.Status, early.Code));
    }

    [Theory]
    [InlineData(0, 64, "PATCH", "/messages/@original")]
    [InlineData(64, 0, "PATCH", "/messages/@original")]
    [InlineData(0, 64, "POST", "")]
    [InlineData(64, 0, "POST", "")]
    public async Task Deferral_PublicOrEphemeral_DeterminesTheAnswer(
        int deferred, int answered, string method, string path)
    {
        await using var server = await TestServer.StartWithCommandAsync();
        var interaction = server.Discord.UseCommand("ask");
        await server.CallbackAsync(interaction, $$$"""{"type":5,"data":{"flags":{{{deferred}}}}}""");
        var thinking = Assert.Single(interaction.Messages);

        var answer = await SendAsync(
            server, method, server.Webhook(interaction) + path, $$"""{"content":"b","flags":{{answered}}}""");

        Assert.Equal((200, deferred), (answer.Status, (int)answer.Body!["flags"]! & 64));
        var shown = Assert.Single(interaction.Messages);
        Assert.Equal((thinking.Id, deferred == 64), (shown.Id, shown.IsEphemeral));
        Assert.Equal(deferred == 64 ? 0 : 1, server.Discord.GetMessages(server.Discord.Channel).Count);
    }

    [Theory]
    [InlineData(0, 64)]
    [InlineData(64, 0)]
    public async Task Reply_PublicOrEphemeral_IsKeptByEditsButNotByFollowUps(int replied, int edited)
    {
        await using var server = await TestServer.StartWithCommandAsync();
        var interaction = server.Discord.UseCommand("ask");
        await server.CallbackAsync(interaction, $$$"""{"type":4,"data":{"content":"a","flags":{{{replied}}}}}""");
        var body = $$"""{"content":"b","flags":{{edited}}}""";

        await server.PatchAsync($"{server.Webhook(interaction)}/messages/@original", body);
        await server.PostAsync(server.Webhook(interaction), body);

        Assert.Equal([replied == 64, edited == 64], interaction.Messages.Select(message => message.IsEphemeral));
    }

    [Theory]
    [InlineData("""{"type":4,"data":{"content":"a"}}""")]
    [InlineData("""{"type":5}""")]
    public async Task FollowUps_OnlyTheUserInstalledTheBot_AreLimitedToFive(string callback)
    {
        await using var server = await TestServer.StartWithCommandAsync();
        var place = server.Discord.Channel with { IsOnlyUserInstalled = true };
        var interaction = server.Discord.UseCommand("ask", channel: place);
        Assert.Equal(
            $$"""{"1":"{{server.Discord.User.Id}}"}""",
            interaction.Json["authorizing_integration_owners"]!.ToJsonString());
        await server.CallbackAsync(interaction, callback);

        for (var number = 0; number < 5; number++)
            Assert.Equal(200, (await server.PostAsync(server.Webhook(interaction), Plain)).Status);
        var refused = await server.PostAsync(server.Webhook(interaction), Plain);

        Assert.Equal((400, 40094), (refused.Status, refused.Code));
        Assert.Equal(200, (await server.PatchAsync($"{server.Webhook(interaction)}/messages/@original", Plain)).Status);
    }

    [Fact]
    public async Task FollowUps_GuildInstalledTheBot_AreUnlimited()
    {
        await using var server = await TestServer.StartWithCommandAsync();
        var interaction = server.Discord.UseCommand("ask");
        await server.CallbackAsync(interaction, Reply);

        for (var number = 0; number < 10; number++)
            Assert.Equal(200, (await server.PostAsync(server.Webhook(interaction), Plain)).Status);
        Assert.Equal(11, interaction.Messages.Count);
    }

    [Theory]
    [InlineData("command", 4, true)]
    [InlineData("command", 5, true)]
    [InlineData("command", 6, false)]
    [InlineData("command", 7, false)]
    [InlineData("command", 8, false)]
    [InlineData("command", 9, true)]
    [InlineData("command", 99, false)]
    [InlineData("typing", 4, false)]
    [InlineData("typing", 5, false)]
    [InlineData("typing", 8, true)]
    [InlineData("typing", 9, false)]
    [InlineData("press", 4, true)]
    [InlineData("press", 5, true)]
    [InlineData("press", 6, true)]
    [InlineData("press", 7, true)]
    [InlineData("press", 8, false)]
    [InlineData("press", 9, true)]
    [InlineData("modal", 4, true)]
    [InlineData("modal", 5, true)]
    [InlineData("modal", 7, false)]
    [InlineData("modal", 9, false)]
    public async Task Callback_SuitableTypeOrNot_IsAcceptedOrRefused(string kind, int type, bool fits)
    {
        await using var server = await TestServer.StartWithCommandAsync();
        var interaction = kind switch
        {
            "command" => server.Discord.UseCommand("ask"),
            "typing" => server.Discord.Autocomplete("ask", "question", "a"),
            "press" => await PressAsync(server),
            _ => await SubmitAsync(server),
        };

        var answer = await server.CallbackAsync(interaction, type switch
        {
            8 => """{"type":8,"data":{"choices":[]}}""",
            9 => ModalLimits.Modal($"[{ModalLimits.Row("a")}]"),
            _ => $$$"""{"type":{{{type}}},"data":{"content":"a"}}""",
        });

        Assert.Equal(fits ? (204, null) : (400, 50035), (answer.Status, answer.Code));
        Assert.All(
            answer.Errors, error => Assert.StartsWith("type: BASE_TYPE_CHOICES ", error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("1", true)]
    [InlineData("False", false)]
    public async Task Callback_WithResponse_ReturnsTheMessageOrNothing(string value, bool returns)
    {
        await using var server = await TestServer.StartWithCommandAsync();
        var interaction = server.Discord.UseCommand("ask");

        var answer = await server.PostAsync(
            $"interactions/{interaction.Id}/{interaction.Token}/callback?with_response={value}", Reply);

        Assert.Equal(returns ? (200, "a") : (204, null), (answer.Status, Content(answer)));
    }

    // The flag stays, so the update has no need to repeat it, and can't go back to a content.
    [Fact]
    public async Task Update_OfAComponentsV2Message_TakesItsComponentsAndNoContent()
    {
        const string V2 = """
            {"flags":32768,"components":[{"type":10,"content":"a"},
              {"type":1,"components":[{"type":2,"style":1,"custom_id":"go","label":"Go"}]}]}
            """;
        await using var server = await TestServer.StartWithCommandAsync();
        var pressed = await PressAsync(server, V2);

        var refused = await server.CallbackAsync(pressed, """{"type":7,"data":{"content":"b"}}""");
        var accepted = await server.CallbackAsync(
            pressed, """{"type":7,"data":{"components":[{"type":10,"content":"b"}]}}""");

        Assert.Equal((400, 50035), (refused.Status, refused.Code));
        Assert.StartsWith(
            "data.content: MESSAGE_CANNOT_USE_LEGACY_FIELDS", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(204, accepted.Status);
        var shown = server.Discord.GetMessages(server.Discord.Channel)[^1].Json;
        Assert.Equal(
            (32768, "b"), ((int)shown["flags"]! & 32768, (string?)shown["components"]![0]!["content"]));
    }

    private static string? Content(TestResponse answer) =>
        (string?)answer.Body?["resource"]?["message"]?["content"];

    private static async Task<SentInteraction> PressAsync(TestServer server, string? message = null)
    {
        const string Buttoned =
            """{"content":"a","components":[{"type":1,"components":"""
            + """[{"type":2,"style":1,"custom_id":"go","label":"Go"}]}]}""";
        await server.PostAsync(server.Messages, message ?? Buttoned);
        return server.Discord.Press(server.Discord.GetMessages(server.Discord.Channel)[^1], "go");
    }

    private static async Task<SentInteraction> SubmitAsync(TestServer server)
    {
        var opener = server.Discord.UseCommand("ask");
        await server.CallbackAsync(opener, ModalLimits.Modal($"[{ModalLimits.Row("a")}]"));
        return server.Discord.SubmitModal(opener, new Dictionary<string, object> { ["a"] = "b" });
    }

    private static Task<TestResponse> SendAsync(TestServer server, string method, string path, string body = Plain) =>
        method switch
        {
            "POST" => server.PostAsync(path, body),
            "PATCH" => server.PatchAsync(path, body),
            "GET" => server.GetAsync(path),
            _ => server.DeleteAsync(path),
        };
}
