using PolicyBot.FakeDiscord.Interactions;
using PolicyBot.FakeDiscord.Tests.Support;

namespace PolicyBot.FakeDiscord.Tests.Limits;

/// <summary>Limits of modals, of choices and of what users type.</summary>
public sealed class CallbackLimitTests(LimitServers servers) : IClassFixture<LimitServers>
{
    public static TheoryData<string, string, bool> OfModals => LimitCase.Rows(ModalLimits.All, "modal");

    public static TheoryData<string, string, bool> OfChoices => LimitCase.Rows(ChoiceLimits.All, "choices");

    [Theory]
    [MemberData(nameof(OfModals))]
    [MemberData(nameof(OfChoices))]
    public Task Callback_AtALimitAndBeyond_IsAcceptedAndRefused(string name, string kind, bool checksRequests)
    {
        var edges = kind == "modal" ? ModalLimits.All : ChoiceLimits.All;
        return servers.CheckAsync(checksRequests, edges.Single(edge => edge.Name == name), "", (server, body) =>
            server.CallbackAsync(kind == "modal" ? server.Discord.UseCommand("ask") : Typing(server), body));
    }

    [Fact]
    public async Task Callback_RefusedByALimit_MayBeSentAgain()
    {
        var server = await servers.GetAsync(checksRequests: false);
        var interaction = Typing(server);
        var edge = ChoiceLimits.All[0];

        Assert.Equal(50035, (await server.CallbackAsync(interaction, edge.Beyond)).Code);
        Assert.False(interaction.Response.IsCompleted);
        Assert.Equal(204, (await server.CallbackAsync(interaction, edge.Within)).Status);
    }

    [Fact]
    public async Task SubmitModal_TextOf4000And4001_IsAcceptedAndRefused()
    {
        var server = await servers.GetAsync(checksRequests: true);
        var opener = server.Discord.UseCommand("ask");
        await server.CallbackAsync(opener, ModalLimits.Modal($"[{ModalLimits.Row("why")}]"));

        var submitted =
            server.Discord.SubmitModal(opener, new Dictionary<string, object> { ["why"] = JsonParts.Text(4000) });

        Assert.Equal(
            JsonParts.Text(4000), (string?)submitted.Json["data"]!["components"]![0]!["components"]![0]!["value"]);
        Assert.Throws<ActionUnavailableException>(() =>
            server.Discord.SubmitModal(opener, new Dictionary<string, object> { ["why"] = JsonParts.Text(4001) }));
    }

    private static SentInteraction Typing(TestServer server) => server.Discord.Autocomplete("ask", "question", "a");
}
