using PolicyBot.IntegrationTests.Servers;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Articles;

/// <summary>Links to an article that says where it was published.</summary>
public abstract class LinkTests
{
    public sealed class OverBuiltIn : LinkTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : LinkTests;
#endif

    private const string Url = "https://hill-gazette.example/library_(new)";
    private const string Address = "https://hill-gazette.example/library_%28new%29";
    private const string From = $"-# From [“Mayor Opens Library”, by Ann Lee]({Address}";

    private static readonly string Article =
        SampleSet.With(SampleSet.Article, "date: May 3\n", $"date: May 3\nurl: {Url}\n");

    [Fact]
    public async Task Answer_ArticleWithUrl_LinksItsSourceAndEachQuotation()
    {
        await using var server = await StartAsync();

        var answer = await server.UseAsync("ask", ("question", "Who opened the library?"));

        Assert.Contains(
            $"> “It is the town’s living room,” Diaz said.\n> [original]({Address}#:~:text=%E2%80%9CIt%20is",
            answer.Description(),
            StringComparison.Ordinal);
        Assert.Contains(
            $"> Mayor Rosa Diaz opened Eastgate Library\n> [original]({Address}#:~:text=Mayor%20Rosa%20Diaz%20opened"
                + "%20Eastgate%20Library)",
            answer.Description(),
            StringComparison.Ordinal);
        Assert.EndsWith($"\n\n{From})", answer.Description(), StringComparison.Ordinal);
        Assert.Null(answer.Footer());
    }

    [Fact]
    public async Task InContext_ArticleWithUrl_LinksAllPassages()
    {
        await using var server = await StartAsync();
        var answer = await server.UseAsync("ask", ("question", "Who opened the library?"));

        var context = await server.Bot.PressAsync(answer, "In context");

        Assert.Contains(
            $"{From}#:~:text=Mayor%20Rosa%20Diaz%20opened%20Eastgate%20Library&text=%E2%80%9CIt",
            context.Description(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("summary")]
    [InlineData("people")]
    [InlineData("article", "text")]
    public async Task Command_ArticleWithUrl_LinksItsSource(string command, string? flag = null)
    {
        await using var server = await StartAsync();

        var shown = flag is null ? await server.UseAsync(command) : await server.UseAsync(command, (flag, true));

        Assert.Contains($"{From})", shown.Description(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotes_RepeatedWord_IsLinkedWithTheWordsAroundIt()
    {
        await using var server = await StartAsync();

        var quotes = await server.UseAsync("quotes", ("by", "chair"));

        Assert.Contains(
            $"> library\n> – **The chair** · [original]({Address}#:~:text=the-,library)",
            quotes.Description(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task DailyPost_ArticleWithUrl_LinksItsQuotations()
    {
        await using var server = await StartAsync();
        var channel = server.Bot.Server.Channel;
        await server.Bot.ManageAsync(
            server.Moderator, "daily set", ("channel", channel), ("time", "9:00"), ("timezone", "UTC"));

        var preview = await server.Bot.ManageAsync(server.Moderator, "daily preview", ("channel", channel));

        Assert.Contains(
            $"> – **Rosa Diaz** · [original]({Address}#:~:text=It%20is%20the%20town%E2%80%99s%20living%20room)",
            preview.Description(),
            StringComparison.Ordinal);
        Assert.Contains($"[original]({Address}#:~:text=It%20cost%204", preview.Description(), StringComparison.Ordinal);
        Assert.Contains($"{From})", preview.Description(), StringComparison.Ordinal);
    }

    private static Task<ArticleServer> StartAsync() =>
        ArticleServer.StartAsync(("article.md", Article), ("knowledge.yaml", SampleSet.Knowledge));
}
