using PolicyBot.Chat.Tests.Support;

namespace PolicyBot.Chat.Tests.Commands;

public sealed class HelpCommandTests
{
    [Fact]
    public async Task Help_Always_ListsEveryCommandWithItsUsage()
    {
        var bot = Sample.Bot();
        var items = (await bot.RunAsync("help")).Items().ToList();

        Assert.Equal(bot.Definitions.Select(d => $"{d.Usage}: {d.Description}"), items);
        Assert.Contains("/quote [by] [about] [random] [card] [article]: Show a quote from the article.", items);
        Assert.Contains("/summary [length: line|short|full] [article]: Summarize the article.", items);
        Assert.Contains("/ask question: Ask a question about the article.", items);
    }
}
