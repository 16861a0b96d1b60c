using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Tests.Support;

namespace PolicyBot.Chat.Tests.Commands;

/// <summary>Entries that were chosen while they were there.</summary>
public sealed class ChosenEntryTests : IDisposable
{
    private readonly TestServer _server = new();

    [Fact]
    public async Task Ask_WithheldEntryOfAnotherArticle_SaysThatThePartChanged()
    {
        var reply = await ChooseAsync(TwoArticles.Withheld.Id);

        Assert.True(reply.IsPrivate);
        Assert.Equal(
            ["This part of the article has changed, so I no longer answer that."], reply.Paragraphs());
    }

    [Fact]
    public async Task Ask_RemovedEntryOfAnotherArticle_SaysThatItWasRemoved() =>
        Assert.Equal(
            ["That question was removed. Please ask it in your own words."], (await ChooseAsync("gone")).Paragraphs());

    [Fact]
    public async Task Ask_EntryOfAnotherArticle_IsAnswered() =>
        Assert.Equal(Sample.Who.Question, (await ChooseAsync(Sample.Who.Id)).Title);

    public void Dispose() => _server.Dispose();

    // Chooses an entry of the second article from the autocomplete list.
    private async Task<Reply> ChooseAsync(string entry)
    {
        await _server.RunAsModeratorAsync("settings", ("articles", "add"), ("article", TwoArticles.Other));
        var typing = CommandRequest.Create("ask", Sample.Place) with { Caller = TestServer.Member };
        var offered = await _server.Bot.AutocompleteAsync(
            "question", typing, 25, TestContext.Current.CancellationToken);
        var value = offered.Select(o => o.Value).First(v => v != offered[0].Value && v.EndsWith(
            $"/{offered[0].Value.Split('/')[1]}", StringComparison.Ordinal));
        return await _server.AskAsync($"{value.Split('/')[0]}/{entry}");
    }
}
