using PolicyBot.FakeDiscord.Tests.Support;

namespace PolicyBot.FakeDiscord.Tests.Api;

/// <summary>
/// Who is pinged by a message: everyone it mentions, unless its allowed_mentions say otherwise. Edits are parsed again.
/// </summary>
public sealed class MentionTests
{
    private const string Nobody = ",\"allowed_mentions\":{\"parse\":[]}";

    [Fact]
    public async Task Post_WithAndWithoutAllowedMentions_PingsWhoIsAllowed()
    {
        await using var server = await TestServer.StartWithCommandAsync(checksRequests: true);
        var user = $"{server.Discord.User.Id}";

        Assert.Equal([user, "everyone"], await PostAsync(server, ""));
        Assert.Empty(await PostAsync(server, Nobody));
        Assert.Equal([user], await PostAsync(server, ",\"allowed_mentions\":{\"parse\":[\"users\"]}"));
        Assert.Equal([user], await PostAsync(server, $$$""","allowed_mentions":{"users":["{{{user}}}"]}"""));
        Assert.Equal(["everyone"], await PostAsync(server, ",\"allowed_mentions\":{\"parse\":[\"everyone\"]}"));
        Assert.Empty(server.Discord.Violations);
    }

    [Fact]
    public async Task Edit_WithoutAllowedMentions_PingsWhomThePostDidNot()
    {
        await using var server = await TestServer.StartWithCommandAsync();
        Assert.Empty(await PostAsync(server, Nobody));
        var message = Last(server);
        var path = $"{server.Messages}/{message.Id}";

        await server.PatchAsync(path, $$"""{"content":"<@{{server.Discord.User.Id}}>!"{{Nobody}}}""");
        Assert.Empty(Last(server).Pings);
        await server.PatchAsync(path, $$"""{"content":"<@{{server.Discord.User.Id}}>?"}""");
        Assert.Equal([$"{server.Discord.User.Id}"], Last(server).Pings);
    }

    [Theory]
    [InlineData(
        "\"parse\":[\"here\"]",
        "allowed_mentions.parse.0: BASE_TYPE_CHOICES Value must be one of ('everyone', 'roles', 'users').")]
    [InlineData(
        "\"parse\":[\"users\"],\"users\":[\"1\"]",
        "allowed_mentions: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE parse:[\"users\"] and users: [ids...] are mutually "
            + "exclusive.")]
    public async Task AllowedMentions_Invalid_AreRefused(string members, string error)
    {
        await using var server = await TestServer.StartWithCommandAsync();

        var answer =
            await server.PostAsync(server.Messages, $"{{\"content\":\"a\",\"allowed_mentions\":{{{members}}}}}");

        Assert.Equal((400, 50035), (answer.Status, answer.Code));
        Assert.Equal([error], answer.Errors);
    }

    private static async Task<IReadOnlyList<string>> PostAsync(TestServer server, string members)
    {
        var answer = await server.PostAsync(
            server.Messages, $$"""{"content":"<@{{server.Discord.User.Id}}> @everyone"{{members}}}""");
        Assert.Equal(200, answer.Status);
        return Last(server).Pings;
    }

    private static SentMessage Last(TestServer server) => server.Discord.GetMessages(server.Discord.Channel)[^1];
}
