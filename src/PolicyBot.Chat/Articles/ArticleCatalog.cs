using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Servers;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;

namespace PolicyBot.Chat.Articles;

/// <summary>
/// The articles that can be served: the bot's own, which is loaded from the start, and the others in the folder, which
/// are loaded when a server first uses them.
/// </summary>
/// <param name="own">The bot's own article.</param>
/// <param name="loader">Loads the others.</param>
/// <param name="folder">Where the others are.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
public sealed partial class ArticleCatalog(
    PendingArticle own, ArticleLoader loader, ArticlesFolder folder, TimeProvider time, ILogger<ArticleCatalog> logger)
    : IArticleCatalog
{
    // How long a question waits for an article that is being loaded.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ArticleLoader _loader = loader.WithFolder(folder);
    private readonly ConcurrentDictionary<string, Lazy<PendingArticle>> _others = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _missing = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<string> Names =>
        [.. folder.ListNames().Append(own.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public async ValueTask<ArticleLookup> FindAsync(ServerSettings settings, CancellationToken cancellationToken)
    {
        var name = settings.Article ?? own.Name;
        try
        {
            return await FindAsync(name, settings).WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return new ArticleLookup.Loading();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The boundary of loading an article: no other is served in its place.
            Log.NotLoaded(logger, name, e);
            return new ArticleLookup.Unavailable(name);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> CanServeAsync(string name)
    {
        if (name == own.Name || await FindValidAsync(name) is not null) return true;
        // It may have been fixed since.
        _others.TryRemove(name, out _);
        return await FindValidAsync(name) is not null;
    }

    private async Task<ArticleLookup> FindAsync(string name, ServerSettings settings) =>
        (name == own.Name ? own : await FindValidAsync(name)) is { } loading
            ? new ArticleLookup.Found(await loading.GetAsync(settings.AnswerFrom, settings.OfferFrom))
            : new ArticleLookup.Unavailable(name);

    // A loaded article is still served if its folder is deleted.
    private async Task<PendingArticle?> FindValidAsync(string name)
    {
        if (!_others.TryGetValue(name, out var loading))
        {
            // Only names of the folder, so that none leads out of it.
            if (!folder.ListNames().Contains(name, StringComparer.Ordinal))
            {
                if (_missing.TryAdd(name, true)) Log.Missing(logger, name);
                return null;
            }

            _missing.TryRemove(name, out _);
            loading = _others.GetOrAdd(name, n => new Lazy<PendingArticle>(() => Load(n)));
        }

        return await loading.Value.ReadTask is ReadResult.Valid ? loading.Value : null;
    }

    private PendingArticle Load(string name)
    {
        var loading = PendingArticle.Start(name, _loader);
        _ = LogOutcomeAsync(name, loading);
        return loading;
    }

    private async Task LogOutcomeAsync(string name, PendingArticle loading)
    {
        try
        {
            if (await loading.ReadTask is ReadResult.Invalid(var problems))
            {
                foreach (var problem in problems) Log.Invalid(logger, name, problem.ToString());
            }

            await loading.Ready;
            foreach (var warning in loading.Warnings) Log.Vectors(logger, name, warning);
        }
        catch (Exception e)
        {
            // The boundary of a load: everyone who waits for the article gets the same exception.
            Log.NotLoaded(logger, name, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5002, LogLevel.Error, "The article {Name}, which a server has chosen, is invalid: {Problem}")]
        public static partial void Invalid(ILogger logger, string name, string problem);

        [LoggerMessage(
            5003, LogLevel.Error,
            "Failed to load the article {Name}, which a server has chosen. Its questions are not answered.")]
        public static partial void NotLoaded(ILogger logger, string name, Exception exception);

        [LoggerMessage(
            5004,
            LogLevel.Error,
            "The article {Name}, which a server has chosen, is missing from the articles folder. Its questions are not "
                + "answered.")]
        public static partial void Missing(ILogger logger, string name);

        [LoggerMessage(5005, LogLevel.Warning, "Article {Name}: {Problem}")]
        public static partial void Vectors(ILogger logger, string name, string problem);
    }
}
