using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Connection;

/// <summary>What the connection gets from Discord.</summary>
public abstract class ConnectionTests
{
    public sealed class OverBuiltIn : ConnectionTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : ConnectionTests;
#endif

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(401)]
    public async Task GetGuilds_AnyNumber_ReturnsAllOnce(int count)
    {
        await using var bot = await RunningBot.StartAsync(
            new RunningBot.Setup { ServerOptions = new FakeDiscordOptions { Guilds = count } });

        var guilds = await bot.Connection.GetGuildsAsync(Cancellation);

        Assert.Equal(bot.Server.Guilds.Select(g => g.Id).Order(), guilds.Order());
    }

    [Fact]
    public async Task GetGuilds_GuildThatTheBotLeft_IsMissing()
    {
        await using var bot =
            await RunningBot.StartAsync(new RunningBot.Setup { ServerOptions = new FakeDiscordOptions { Guilds = 2 } });
        bot.Server.RemoveBot(bot.Server.Guilds[1]);

        Assert.Equal([bot.Server.Guild.Id], await bot.Connection.GetGuildsAsync(Cancellation));
    }

    [Fact]
    public async Task GetMessages_AfterId_ReturnsLaterOnesOldestFirst()
    {
        await using var bot = await RunningBot.StartAsync();
        var sent = Enumerable.Range(0, 120).Select(n => bot.Server.SendMessage($"{n}").Id).ToList();

        var first = await bot.Connection.GetMessagesAsync(bot.Server.Channel.Id, sent[4], Cancellation);
        var rest = await bot.Connection.GetMessagesAsync(bot.Server.Channel.Id, first[^1].Id, Cancellation);

        Assert.Equal(sent[5..105], first.Select(m => m.Id));
        Assert.Equal(sent[105..], rest.Select(m => m.Id));
        Assert.All(first, m => Assert.Equal(bot.Server.User.Id, m.AuthorId));
    }

    [Fact]
    public async Task GetMessages_ButtonsAndMenus_ReturnsTheirIds()
    {
        await using var bot = await RunningBot.StartAsync();
        var shown = await bot.Server.UseCommand("topics").GetMessageAsync();
        var ids = shown.Json["components"]!.AsArray()
            .SelectMany(r => r!["components"]!.AsArray())
            .Select(c => (string)c!["custom_id"]!);

        var read = Assert.Single(await bot.Connection.GetMessagesAsync(bot.Server.Channel.Id, 0, Cancellation));

        Assert.Equal((bot.Server.Bot.UserId, shown.Id), (read.AuthorId, read.Id));
        Assert.NotEmpty(read.ComponentIds);
        Assert.Equal(ids, read.ComponentIds);
    }

    [Fact]
    public async Task OpenDirectMessageChannel_Twice_ReturnsTheSame()
    {
        await using var bot = await RunningBot.StartAsync();

        var first = await bot.Connection.OpenDirectMessageChannelAsync(bot.Server.User.Id, Cancellation);

        Assert.Equal(bot.Server.GetDirectMessages(bot.Server.User).Id, first);
        Assert.Equal(first, await bot.Connection.OpenDirectMessageChannelAsync(bot.Server.User.Id, Cancellation));
    }

    [Fact]
    public async Task GetSystemChannel_SetOrNot_ReturnsItOrNull()
    {
        await using var bot = await RunningBot.StartAsync();

        bot.Server.SetSystemChannel(bot.Server.Guild, null);
        Assert.Null(await bot.Connection.GetSystemChannelAsync(bot.Server.Guild.Id, Cancellation));

        bot.Server.SetSystemChannel(bot.Server.Guild, bot.Server.Channel);
        Assert.Equal(
            bot.Server.Channel.Id, await bot.Connection.GetSystemChannelAsync(bot.Server.Guild.Id, Cancellation));
    }

    [Fact]
    public async Task GetPermissions_RolesAndOverwrites_AreLikeDiscords()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.SetEveryonePermissions(bot.Server.Guild, (1 << 10) | (1 << 11));
        var role = bot.Server.AddBotRole(bot.Server.Guild, "PolicyBot", 1 << 14);
        bot.Server.SetOverwrite(bot.Server.Channel, bot.Server.Guild.Id, allow: 1 << 16, deny: 1 << 11);
        bot.Server.SetOverwrite(bot.Server.Channel, role.Id, allow: 1 << 11, deny: 0);
        bot.Server.SetOverwrite(bot.Server.Channel, bot.Server.Bot.UserId, allow: 0, deny: 1 << 14);

        var permissions = await bot.Connection.GetPermissionsAsync(
            bot.Server.Guild.Id, bot.Server.Channel.Id, bot.Server.Bot.UserId, Cancellation);

        Assert.Equal((1UL << 10) | (1UL << 11) | (1UL << 16), permissions);
        Assert.Equal(bot.Server.GetBotPermissions(bot.Server.Channel), permissions);
    }

    [Fact]
    public async Task GetPermissions_HiddenChannel_IsRefused()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Server.DenyBot(bot.Server.Channel, 1 << 10);

        var refusal = await Assert.ThrowsAsync<RequestRefusedException>(
            () => bot.Connection.GetPermissionsAsync(
                bot.Server.Guild.Id, bot.Server.Channel.Id, bot.Server.Bot.UserId, Cancellation));

        Assert.Equal(RequestRefusedException.MissingAccess, refusal.Code);
    }
}
