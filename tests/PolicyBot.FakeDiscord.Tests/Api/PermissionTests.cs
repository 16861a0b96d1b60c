using PolicyBot.FakeDiscord.Tests.Gateway;
using PolicyBot.FakeDiscord.Tests.Support;

namespace PolicyBot.FakeDiscord.Tests.Api;

/// <summary>The bot's permissions in a channel, and the errors if it lacks them.</summary>
public sealed class PermissionTests
{
    private const string Text = """{"content":"a"}""";
    private const string Embed = """{"embeds":[{"title":"a"}]}""";

    [Fact]
    public async Task Bot_NothingDenied_ReadsAndPosts()
    {
        await using var server = await TestServer.StartWithCommandAsync(checksRequests: true);

        Assert.Equal(200, (await server.PostAsync(server.Messages, Embed)).Status);
        Assert.Single((await server.GetAsync(server.Messages)).Body!.AsArray());
        var channel = (await server.GetAsync($"channels/{server.Discord.Channel.Id}")).Body!;
        Assert.Empty(channel["permission_overwrites"]!.AsArray());
        Assert.Empty(server.Discord.Violations);
    }

    [Theory]
    [InlineData(PermissionBits.ViewChannel, Text, 403, 50001)]
    [InlineData(PermissionBits.SendMessages, Text, 403, 50013)]
    [InlineData(PermissionBits.EmbedLinks, Embed, 403, 50013)]
    [InlineData(PermissionBits.EmbedLinks, Text, 200, null)]
    [InlineData(PermissionBits.ReadMessageHistory, Text, 200, null)]
    [InlineData(
        PermissionBits.ReadMessageHistory, """{"content":"a","message_reference":{"message_id":"ID"}}""", 403, 160002)]
    public async Task Post_PermissionMissing_IsRefusedIfRequired(ulong denied, string body, int status, int? code)
    {
        await using var server = await TestServer.StartWithCommandAsync(checksRequests: true);
        var asked = server.Discord.SendMessage("a");
        server.Discord.DenyBot(server.Discord.Channel, denied);

        var answer =
            await server.PostAsync(server.Messages, body.Replace("ID", $"{asked.Id}", StringComparison.Ordinal));

        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Equal(status == 200 ? 2 : 1, server.Discord.GetMessages(server.Discord.Channel).Count);
        Assert.Empty(server.Discord.Violations);
    }

    [Fact]
    public async Task Channel_Hidden_IsMissingAccess()
    {
        await using var server = await TestServer.StartWithCommandAsync(checksRequests: true);
        var message = server.Discord.SendMessage("a");
        server.Discord.DenyBot(server.Discord.Channel, PermissionBits.ViewChannel);

        foreach (var path in new[]
        {
            $"channels/{server.Discord.Channel.Id}", server.Messages, $"{server.Messages}/{message.Id}"
        })
        {
            var answer = await server.GetAsync(path);
            Assert.Equal(
                (403, 50001, "Missing Access"), (answer.Status, answer.Code, (string?)answer.Body!["message"]));
        }

        Assert.Empty(server.Discord.Violations);
    }

    [Fact]
    public async Task Channel_Hidden_SendsNoEvents()
    {
        await using var server = await TestServer.StartAsync();
        var (client, _) = await GatewayClient.BeginAsync(server);
        using (client)
        {
            server.Discord.DenyBot(server.Discord.Channel, PermissionBits.ViewChannel);
            server.Discord.SendMessage("unseen");
            server.Discord.DenyBot(server.Discord.Channel, 0);
            var seen = server.Discord.SendMessage("seen");

            Assert.Equal($"{seen.Id}", (string?)(await client.ReadAsync())["d"]!["id"]);
        }
    }

    [Fact]
    public async Task History_NotReadable_IsEmpty()
    {
        await using var server = await TestServer.StartWithCommandAsync(checksRequests: true);
        var message = server.Discord.SendMessage("a");
        server.Discord.DenyBot(server.Discord.Channel, PermissionBits.ReadMessageHistory);

        var history = await server.GetAsync(server.Messages);

        Assert.Equal(200, history.Status);
        Assert.Empty(history.Body!.AsArray());
        Assert.Equal(50001, (await server.GetAsync($"{server.Messages}/{message.Id}")).Code);
        Assert.Empty(server.Discord.Violations);
    }

    [Fact]
    public async Task Deny_Again_ReplacesAndZeroRemoves()
    {
        await using var server = await TestServer.StartWithCommandAsync(checksRequests: true);
        var discord = server.Discord;
        discord.DenyBot(discord.Channel, PermissionBits.SendMessages);
        discord.DenyBot(discord.Channel, PermissionBits.EmbedLinks);

        var overwrite = Assert.Single(
            (await server.GetAsync($"channels/{discord.Channel.Id}")).Body!["permission_overwrites"]!.AsArray())!;
        Assert.Equal(
            ($"{discord.Bot.UserId}", 1, "0", $"{PermissionBits.EmbedLinks}"),
            ((string?)overwrite[
                "id"], (int)overwrite["type"]!, (string?)overwrite["allow"], (string?)overwrite["deny"]));
        Assert.Equal(
            DiscordUser.MemberPermissions & ~PermissionBits.EmbedLinks, discord.GetBotPermissions(discord.Channel));

        discord.DenyBot(discord.Channel, 0);
        Assert.Equal(DiscordUser.MemberPermissions, discord.GetBotPermissions(discord.Channel));
        Assert.Empty(discord.Violations);
    }

    [Fact]
    public async Task Overwrites_EveryoneRolesAndMember_ApplyInThatOrder()
    {
        await using var server = await TestServer.StartWithCommandAsync(checksRequests: true);
        var (discord, send, embed) = (server.Discord, PermissionBits.SendMessages, PermissionBits.EmbedLinks);
        var (reader, writer) =
            (discord.AddBotRole(discord.Guild, "reader", 0), discord.AddBotRole(discord.Guild, "writer", 0));

        discord.SetOverwrite(discord.Channel, discord.Guild.Id, allow: 0, deny: send | embed);
        Assert.Equal(0UL, discord.GetBotPermissions(discord.Channel) & (send | embed));

        discord.SetOverwrite(discord.Channel, reader.Id, allow: 0, deny: send);
        discord.SetOverwrite(discord.Channel, writer.Id, allow: send, deny: 0);
        Assert.Equal(send, discord.GetBotPermissions(discord.Channel) & (send | embed));

        discord.SetOverwrite(discord.Channel, discord.Bot.UserId, allow: embed, deny: send);
        Assert.Equal(embed, discord.GetBotPermissions(discord.Channel) & (send | embed));

        discord.AddBotRole(discord.Guild, "boss", PermissionBits.Administrator);
        Assert.Equal(200, (await server.PostAsync(server.Messages, Embed)).Status);
        Assert.Empty(discord.Violations);
    }

    [Fact]
    public async Task Guild_WithRoles_ContainsWhatPermissionsAreComputedFrom()
    {
        await using var server = await TestServer.StartWithCommandAsync(checksRequests: true);
        var discord = server.Discord;
        var guild = $"guilds/{discord.Guild.Id}";
        discord.SetEveryonePermissions(discord.Guild, PermissionBits.ViewChannel);
        var role = discord.AddBotRole(discord.Guild, "writer", PermissionBits.SendMessages);

        var roles = (await server.GetAsync($"{guild}/roles")).Body!.AsArray();
        Assert.Equal(
            [
                ($"{discord.Guild.Id}", $"{PermissionBits.ViewChannel}"),
                ($"{role.Id}", $"{PermissionBits.SendMessages}")
            ],
            roles.Select(one => ((string)one!["id"]!, (string)one["permissions"]!)));
        Assert.Equal(roles.ToJsonString(), (await server.GetAsync(guild)).Body!["roles"]!.ToJsonString());
        var bot = (await server.GetAsync($"{guild}/members/{discord.Bot.UserId}")).Body!;
        Assert.Equal($$"""["{{role.Id}}"]""", bot["roles"]!.ToJsonString());
        Assert.Equal(200, (await server.GetAsync($"{guild}/members/{discord.User.Id}")).Status);
        Assert.Equal(10007, (await server.GetAsync($"{guild}/members/1")).Code);
        var listed = (await server.GetAsync("users/@me/guilds")).Body![0]!;
        Assert.Equal($"{PermissionBits.ViewChannel | PermissionBits.SendMessages}", (string?)listed["permissions"]);
        Assert.Empty(discord.Violations);
    }

    [Fact]
    public async Task Interaction_BotMayNotPost_IsAnsweredAnyway()
    {
        await using var server = await TestServer.StartWithCommandAsync(checksRequests: true);
        server.Discord.DenyBot(server.Discord.Channel, PermissionBits.SendMessages | PermissionBits.EmbedLinks);
        var interaction = server.Discord.UseCommand("ask");

        var may = ulong.Parse(
            (string)interaction.Json["app_permissions"]!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(DiscordUser.MemberPermissions & ~(PermissionBits.SendMessages | PermissionBits.EmbedLinks), may);
        Assert.Equal(204, (await server.CallbackAsync(interaction, $$"""{"type":4,"data":{{Embed}}}""")).Status);
        Assert.Equal(200, (await server.PostAsync(server.Webhook(interaction), Embed)).Status);
        Assert.Empty(server.Discord.Violations);
    }

    [Fact]
    public async Task DirectMessages_Refused_OpenButAcceptNoPost()
    {
        await using var server = await TestServer.StartWithCommandAsync(checksRequests: true);
        server.Discord.RefuseDirectMessages(server.Discord.User);

        var opened =
            await server.PostAsync("users/@me/channels", $$"""{"recipient_id":"{{server.Discord.User.Id}}"}""");
        Assert.Equal(200, opened.Status);
        var path = $"channels/{opened.Body!["id"]}/messages";
        var refused = await server.PostAsync(path, Text);
        Assert.Equal(
            (403, 50007, "Cannot send messages to this user"),
            (refused.Status, refused.Code, (string?)refused.Body!["message"]));

        server.Discord.RefuseDirectMessages(server.Discord.User, refuses: false);
        Assert.Equal(200, (await server.PostAsync(path, Text)).Status);
        Assert.Empty(server.Discord.Violations);
    }
}
