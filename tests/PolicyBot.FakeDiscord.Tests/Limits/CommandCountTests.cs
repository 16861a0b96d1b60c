using PolicyBot.FakeDiscord.Tests.Support;
using static PolicyBot.FakeDiscord.Tests.Limits.JsonParts;

namespace PolicyBot.FakeDiscord.Tests.Limits;

/// <summary>How many commands can exist, and how many can be created in a day.</summary>
public sealed class CommandCountTests
{
    [Theory]
    [InlineData(1, 100, false)]
    [InlineData(1, 100, true)]
    [InlineData(2, 15, false)]
    [InlineData(2, 15, true)]
    [InlineData(3, 15, false)]
    [InlineData(3, 15, true)]
    public async Task Put_AtTheLimitAndBeyond_IsAcceptedAndRefused(int type, int most, bool isOfGuild)
    {
        await using var server = await TestServer.StartAsync();
        var path = isOfGuild ? server.GuildCommands : server.Commands;

        Assert.Equal(200, (await server.PutAsync(path, Named(most, type))).Status);
        AssertFull(most, await server.PutAsync(path, Named(most + 1, type)));
        Assert.Equal(most, (await server.GetAsync(path)).Body!.AsArray().Count);
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 15)]
    [InlineData(3, 15)]
    public async Task Post_OneMoreThanTheLimit_IsRefusedUnlessTheNameExists(int type, int most)
    {
        await using var server = await TestServer.StartAsync();
        await server.PutAsync(server.Commands, Named(most - 1, type));

        Assert.Equal(201, (await server.PostAsync(server.Commands, CommandLimits.Named("last", type))).Status);
        AssertFull(most, await server.PostAsync(server.Commands, CommandLimits.Named("more", type)));
        Assert.Equal(200, (await server.PostAsync(server.Commands, CommandLimits.Named("last", type))).Status);
    }

    [Fact]
    public async Task Put_MaximumOfEveryType_IsAccepted()
    {
        await using var server = await TestServer.StartAsync(options => options with { ChecksRequests = true });

        var full = await server.PutAsync(server.Commands, Join(Named(100, 1), Named(15, 2), Named(15, 3)));
        Assert.Equal((200, 130), (full.Status, full.Body!.AsArray().Count));
        Assert.Empty(server.Discord.Violations);

        var more = await server.PutAsync(server.Commands, Join(Named(101, 1), Named(15, 2), Named(15, 3)));
        Assert.Equal((400, 50035), (more.Status, more.Code));
        Assert.Equal([": BASE_TYPE_MAX_LENGTH Must be 130 or fewer in length."], more.Errors);
    }

    [Fact]
    public async Task Put_TheSameNameTwice_IsRefusedUnlessTypesDiffer()
    {
        await using var server = await TestServer.StartAsync();
        var ask = CommandLimits.Named("ask");

        Assert.Equal(200, (await server.PutAsync(server.Commands, $"[{ask},{CommandLimits.Named("ask", 3)}]")).Status);
        var refused = await server.PutAsync(server.Commands, $"[{ask},{ask}]");
        Assert.Equal((400, 50035), (refused.Status, refused.Code));
        Assert.Equal(
            ["1.name: APPLICATION_COMMANDS_DUPLICATE_NAME Application command names must be unique"], refused.Errors);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Put_NewCommandsPerDay_AreLimitedTo200(bool isOfGuild)
    {
        await using var server = await TestServer.StartAsync();
        var path = isOfGuild ? server.GuildCommands : server.Commands;
        await server.PutAsync(path, Named(100, 1, "a"));
        await server.PutAsync(path, Named(50, 1, "b"));
        await server.PutAsync(path, Named(49, 1, "c"));

        Assert.Equal(201, (await server.PostAsync(path, CommandLimits.Named("last"))).Status);
        var refused = await server.PostAsync(path, CommandLimits.Named("more"));
        Assert.Equal((400, 30034), (refused.Status, refused.Code));

        // Existing commands are free.
        Assert.Equal(200, (await server.PutAsync(path, Named(49, 1, "c"))).Status);

        server.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(30034, (await server.PutAsync(path, Named(1, 1, "d"))).Code);
        server.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(200, (await server.PutAsync(path, Named(1, 1, "d"))).Status);
    }

    private static void AssertFull(int most, TestResponse answer)
    {
        Assert.Equal((400, 30032), (answer.Status, answer.Code));
        Assert.Equal($"Maximum number of application commands reached ({most}).", (string?)answer.Body!["message"]);
    }

    private static string Named(int count, int type, string prefix = "c") =>
        List(count, i => CommandLimits.Named($"{prefix}{i}", type));

    private static string Join(params string[] lists) => $"[{string.Join(',', lists.Select(list => list[1..^1]))}]";
}
