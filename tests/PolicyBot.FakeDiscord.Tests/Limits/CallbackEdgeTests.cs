using PolicyBot.FakeDiscord;
using PolicyBot.FakeDiscord.Interactions;
using PolicyBot.FakeDiscord.Tests.Support;

namespace PolicyBot.FakeDiscord.Tests.Limits;

/// <summary>Modals and choices keep their limits, and so does what a person types.</summary>
public sealed class CallbackEdgeTests(EdgeServers servers) : IClassFixture<EdgeServers>
{
    public static TheoryData<string, string, bool> OfModals => Edge.Rows(ModalEdges.All, "modal");

    public static TheoryData<string, string, bool> OfChoices => Edge.Rows(ChoiceEdges.All, "choices");

    [Theory]
    [MemberData(nameof(OfModals))]
    [MemberData(nameof(OfChoices))]
    public Task Callback_AtALimitAndBeyond_IsTakenAndRefused(string name, string kind, bool checksRequests)
    {
        var edges = kind == "modal" ? ModalEdges.All : ChoiceEdges.All;
        return servers.CheckAsync(checksRequests, edges.Single(edge => edge.Name == name), "", (server, body) =>
            server.CallbackAsync(kind == "modal" ? server.Discord.UseCommand("ask") : Typing(server), body));
    }

    [Fact]
    public async Task Callback_RefusedByALimit_MayBeSentAgain()
    {
        var server = await servers.GetAsync(checksRequests: false);
        var interaction = Typing(server);
        var edge = ChoiceEdges.All[0];

        Assert.Equal(50035, (await server.CallbackAsync(interaction, edge.Beyond)).Code);
        Assert.False(interaction.Response.IsCompleted);
        Assert.Equal(204, (await server.CallbackAsync(interaction, edge.Within)).Status);
    }

    [Fact]
    public async Task SubmitModal_TextOf4000And4001_IsTakenAndNotOffered()
    {
        var server = await servers.GetAsync(checksRequests: true);
        var opener = server.Discord.UseCommand("ask");
        await server.CallbackAsync(opener, ModalEdges.Modal($"[{ModalEdges.Row("why")}]"));

        var submitted = server.Discord.SubmitModal(opener, new Dictionary<string, string> { ["why"] = Texts.Of(4000) });

        Assert.Equal(Texts.Of(4000), (string?)submitted.Json["data"]!["components"]![0]!["components"]![0]!["value"]);
        Assert.Throws<ActionUnavailableException>(() =>
            server.Discord.SubmitModal(opener, new Dictionary<string, string> { ["why"] = Texts.Of(4001) }));
    }

    private static SentInteraction Typing(StandInServer server) => server.Discord.Autocomplete("ask", "question", "a");
}
