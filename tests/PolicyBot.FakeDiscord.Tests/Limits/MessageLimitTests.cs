using System.Globalization;
using PolicyBot.FakeDiscord.Tests.Support;

namespace PolicyBot.FakeDiscord.Tests.Limits;

/// <summary>The limits of messages apply to every way to send one.</summary>
public sealed class MessageLimitTests(LimitServers servers) : IClassFixture<LimitServers>
{
    private const string Plain = """{"content":"a"}""";

    public static TheoryData<string, string, bool> Edges => LimitCase.Rows(
        MessageLimits.All,
        "post",
        "edit",
        "answer",
        "update",
        "follow-up",
        "follow-up of a deferral",
        "edit of a follow-up",
        "edit of the original");

    [Theory]
    [MemberData(nameof(Edges))]
    public Task Message_AtALimitAndBeyond_IsAcceptedAndRefused(string name, string way, bool checksRequests) =>
        servers.CheckAsync(
            checksRequests,
            MessageLimits.All.Single(edge => edge.Name == name),
            way is "answer" or "update" ? "data." : "",
            (server, body) => SendAsync(server, way, body));

    private static async Task<TestResponse> SendAsync(TestServer server, string way, string body)
    {
        switch (way)
        {
            case "post":
                return await server.PostAsync(server.Messages, body);
            case "edit":
                return await server.PatchAsync($"{server.Messages}/{await PostAsync(server, Plain)}", body);
            case "answer":
                return await server.CallbackAsync(server.Discord.UseCommand("ask"), $$"""{"type":4,"data":{{body}}}""");
            case "update":
                return await server.CallbackAsync(await PressAsync(server), $$"""{"type":7,"data":{{body}}}""");
            case "follow-up":
                return await server.PostAsync(
                    server.Webhook(await AnsweredAsync(server, $$"""{"type":4,"data":{{Plain}}}""")), body);
            case "follow-up of a deferral":
                return await server.PostAsync(server.Webhook(await AnsweredAsync(server, """{"type":5}""")), body);
            case "edit of a follow-up":
                var webhook = server.Webhook(await AnsweredAsync(server, $$"""{"type":4,"data":{{Plain}}}"""));
                var id = (string)(await server.PostAsync(webhook, Plain)).Body!["id"]!;
                return await server.PatchAsync($"{webhook}/messages/{id}", body);
            default:
                var interaction = await AnsweredAsync(server, """{"type":5}""");
                return await server.PatchAsync($"{server.Webhook(interaction)}/messages/@original", body);
        }
    }

    private static async Task<SentInteraction> AnsweredAsync(TestServer server, string callback)
    {
        var interaction = server.Discord.UseCommand("ask");
        Assert.Equal(204, (await server.CallbackAsync(interaction, callback)).Status);
        return interaction;
    }

    private static async Task<SentInteraction> PressAsync(TestServer server)
    {
        const string Buttoned =
            """{"content":"a","components":[{"type":1,"components":"""
            + """[{"type":2,"style":1,"custom_id":"go","label":"Go"}]}]}""";
        return server.Discord.Press(server.Discord.FindMessage(await PostAsync(server, Buttoned))!, "go");
    }

    private static async Task<ulong> PostAsync(TestServer server, string body) =>
        ulong.Parse((string)(await server.PostAsync(server.Messages, body)).Body!["id"]!, CultureInfo.InvariantCulture);
}
