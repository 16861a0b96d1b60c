using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.BackgroundServices;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Servers;

/// <summary>The articles folder of a deployment.</summary>
internal static class ArticleFolders
{
    /// <summary>A second article that has one question, which the small set doesn't answer.</summary>
    public const string Bridge = """
        ---
        title: Bridge Stays Closed
        author: Tom Reed
        ---

        Bridge Stays Closed

        The Old Bridge stays closed until June. Engineer Maria Stone found cracks in two of its pillars.
        """;

    public const string BridgeKnowledge = """
        summary:
          line:
            text: The Old Bridge stays closed until June.
            evidence: The Old Bridge stays closed until June.
          short:
            - text: The Old Bridge stays closed until June.
              evidence: The Old Bridge stays closed until June.
          points:
            - text: Maria Stone found cracks.
              evidence: Engineer Maria Stone found cracks in two of its pillars.
        questions:
          - id: cracks
            question: Who found cracks in the bridge?
            answer:
              - text: Engineer Maria Stone found them.
                evidence: Engineer Maria Stone found cracks in two of its pillars.
            topics: [bridge]
            phrasings: [who found the cracks, cracks in the pillars were found by]
          - id: reopening
            question: When does the bridge open again?
            answer:
              - text: It stays closed until June.
                evidence: The Old Bridge stays closed until June.
            topics: [bridge]
            phrasings: [how long is the bridge closed, when will the bridge be opened]
        """;

    /// <summary>Writes an article, and makes bots that start from now on look for articles there.</summary>
    /// <returns>The article's folder.</returns>
    public static string Put(
        this Deployment deployment, string name, string knowledge, string article = SampleSet.Article)
    {
        var folder = Path.Combine(deployment.Data.Path, "config", "articles", name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "article.md"), article);
        File.WriteAllText(Path.Combine(folder, "knowledge.yaml"), knowledge);
        deployment.Register ??= s => s.AddSingleton(Locate(deployment));
        return folder;
    }

    /// <summary>Makes the article “library” of that folder the bot's own.</summary>
    public static void UseLibraryAsOwn(this Deployment deployment)
    {
        var loader = new ArticleLoader(
            Locate(deployment),
            new MatchingOptions(),
            null,
            deployment.Data.Path,
            new AnswerQueue(TimeProvider.System));
        deployment.Register = s => s.AddSingleton(Locate(deployment))
            .AddSingleton(loader)
            .AddSingleton(loader.Queue)
            .AddSingleton(PendingArticle.Start("library", loader));
    }

    /// <summary>Lets the bot look for changes, and read what has changed.</summary>
    public static async Task LookForChangesAsync(this RunningBot bot)
    {
        await bot.Clock.AdvanceToTimerAsync(ArticleWatcher.Interval);
        await bot.Clock.AdvanceToTimerAsync(ArticleWatcher.Pause);
    }

    private static ArticlesFolder Locate(Deployment deployment) =>
        new(Path.Combine("config", "articles"), deployment.Data.Path);
}
