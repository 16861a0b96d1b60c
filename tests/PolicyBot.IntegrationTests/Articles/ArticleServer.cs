using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Chat.Articles;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Servers;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Articles;

/// <summary>A bot whose server uses an article that the test wrote.</summary>
internal sealed class ArticleServer : IAsyncDisposable
{
    private readonly Deployment _deployment;

    private ArticleServer(Deployment deployment, RunningBot bot) => (_deployment, Bot) = (deployment, bot);

    public RunningBot Bot { get; }

    public DiscordUser Moderator => _deployment.Moderator;

    /// <summary>Starts the bot.</summary>
    /// <param name="files">The files of the article's folder, by their paths in it.</param>
    public static async Task<ArticleServer> StartAsync(params (string Path, string Text)[] files)
    {
        var deployment = await Deployment.CreateAsync();
        var folder = Path.Combine(deployment.Data.Path, "config", "articles", "library");
        foreach (var (path, text) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        }

        deployment.Register =
            s => s.AddSingleton(new ArticlesFolder(Path.Combine("config", "articles"), deployment.Data.Path));
        var bot = await deployment.StartAsync();
        var server = new ArticleServer(deployment, bot);
        await bot.ManageAsync(deployment.Moderator, "settings", ("article", "library"));
        return server;
    }

    /// <summary>What members see after a command.</summary>
    public Task<SentMessage> UseAsync(string command, params (string Name, object Value)[] options) =>
        Bot.Server.UseCommand(command, options.ToDictionary(o => o.Name, o => o.Value)).GetMessageAsync();

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await _deployment.DisposeAsync();
    }
}
