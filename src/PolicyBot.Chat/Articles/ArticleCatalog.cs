using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Storage;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Threading;

namespace PolicyBot.Chat.Articles;

/// <summary>
/// The articles that can be served: the bot's own, which is loaded from the start, and the others in the folder, which
/// are loaded when a server first uses them. All servers share what was loaded. Of each, the last valid version is
/// served.
/// </summary>
/// <param name="own">The bot's own article.</param>
/// <param name="loader">Loads the others.</param>
/// <param name="folder">Where the others are.</param>
/// <param name="curated">The articles as servers have changed them.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
public sealed partial class ArticleCatalog(
    PendingArticle own,
    ArticleLoader loader,
    ArticlesFolder folder,
    CuratedArticles curated,
    TimeProvider time,
    ILogger<ArticleCatalog> logger)
    : IArticleCatalog
{
    // How long a question waits for an article that is being loaded.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ArticleLoader _loader = loader.WithFolder(folder);
    private readonly CatalogArticle _own = new CatalogArticle(own.Name, own.StartAgain).With(own);
    private readonly ConcurrentDictionary<string, CatalogArticle> _others = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _missing = new(StringComparer.Ordinal);

    // What the files of articles that are not loaded were when they were last looked at.
    private readonly ConcurrentDictionary<string, string?> _seen = new(StringComparer.Ordinal);
    private volatile bool _isFolderSeen;

    // The titles of articles that are not loaded.
    private readonly ConcurrentDictionary<string, (string? Stamp, string Title)> _titles = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string OwnName => own.Name;

    /// <summary>The latest version of the bot's own article, whether it is served or not.</summary>
    public PendingArticle LatestOwn => _own.Latest ?? own;

    /// <inheritdoc/>
    public IReadOnlyList<string> Names =>
        [.. folder.ListNames().Append(own.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public string GetTitle(string name)
    {
        var article = name == own.Name ? _own : _others.GetValueOrDefault(name);
        if (article?.Current?.ReadTask is { IsCompletedSuccessfully: true, Result: ReadResult.Valid(var set) })
            return set.Article.Title;
        // Only names of the folder, so that none leads out of it.
        if (!folder.ListNames().Contains(name, StringComparer.Ordinal)) return name;
        var stamp = ArticleFiles.GetStamp(folder.Locate(name));
        if (_titles.TryGetValue(name, out var known) && known.Stamp == stamp) return known.Title;
        var title = folder.ReadTitle(name) ?? name;
        _titles[name] = (stamp, title);
        return title;
    }

    /// <inheritdoc/>
    public async ValueTask<ArticleLookup> FindAsync(
        ServerSettings settings, string? channel, CancellationToken cancellationToken)
    {
        var names = settings.ListArticles(channel, own.Name);
        if (names.Count == 1) return await FindOneAsync(names[0], settings, cancellationToken);
        var lookups = await Task.WhenAll(names.Select(n => FindOneAsync(n, settings, cancellationToken).AsTask()));
        List<ServedArticle> found = [.. lookups.OfType<ArticleLookup.Found>().Select(f => f.Article)];
        return found.Count == 0
            ? lookups[0]
            : new ArticleLookup.Found(found[0])
            {
                Articles = found,
                Missing = [.. names.Where((_, i) => lookups[i] is not ArticleLookup.Found)],
            };
    }

    /// <inheritdoc/>
    public async Task<bool> CanServeAsync(string name)
    {
        if (name == own.Name || await FindValidAsync(name) is not null) return true;
        // It may have been fixed since.
        if (_others.TryGetValue(name, out var article)) article.Withdraw();
        return await FindValidAsync(name) is not null;
    }

    /// <summary>
    /// Lists the articles whose files have changed since they were last read, or were added or removed. The first call
    /// lists none of those that no server uses yet.
    /// </summary>
    public IReadOnlyList<ArticleChange> FindChanges()
    {
        List<ArticleChange> changes = [];
        AddChange(_own, own.Folder);
        // Without the folder itself, nobody has removed an article: its volume is not there.
        if (!Directory.Exists(folder.Path)) return changes;
        foreach (var name in folder.ListNames().Union(_seen.Keys).Union(_others.Keys).Where(n => n != own.Name))
        {
            var article = _others.GetOrAdd(name, CreateArticle);
            if (article.Current is not null) AddChange(article, folder.Locate(name));
            else if (ArticleFiles.GetStamp(folder.Locate(name)) is var stamp && !IsSeen(name, stamp))
                changes.Add(new ArticleChange(name, stamp));
        }

        _isFolderSeen = true;
        return changes;

        void AddChange(CatalogArticle article, string path)
        {
            // It is known only after the reading what was read.
            if (article.Latest is not { ReadTask.IsCompleted: true, Stamp: var read }) return;
            var stamp = ArticleFiles.GetStamp(path);
            if (stamp != read && !(stamp is null && _missing.ContainsKey(article.Name)))
                changes.Add(new ArticleChange(article.Name, stamp));
        }

        bool IsSeen(string name, string? stamp)
        {
            if (!_isFolderSeen) _seen[name] = stamp;
            return _seen.TryGetValue(name, out var seen) ? seen == stamp : stamp is null;
        }
    }

    /// <summary>
    /// Checks what an article has changed to, and serves it from then on if it is valid; what is wrong with it is in
    /// the log.
    /// </summary>
    /// <param name="change">One of <see cref="FindChanges"/>.</param>
    public async Task ApplyAsync(ArticleChange change)
    {
        var name = change.Name;
        var article = name == own.Name ? _own : _others.GetOrAdd(name, CreateArticle);
        try
        {
            _seen[name] = change.Stamp;
            if (change.Stamp is null) Remove(article);
            else if (article.Current is null) await CheckAsync(name);
            else await ReloadAsync(article);
        }
        catch (Exception e)
        {
            // The boundary of one change.
            if (article.IsServed) Log.NotReloaded(logger, name, e);
            else Log.NoneValid(logger, name, e);
        }
    }

    /// <inheritdoc/>
    public async Task<TrainedArticle?> FindShippedAsync(string name) =>
        (name == own.Name ? _own.Current : await FindValidAsync(name)) is { } loading ? await loading.GetAsync() : null;

    /// <inheritdoc/>
    public async ValueTask<ArticleLookup> FindOneAsync(
        string name, ServerSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(name, settings).WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return new ArticleLookup.Loading();
        }
        catch (StoreUnavailableException)
        {
            // The cache of the settings has logged it.
            return new ArticleLookup.SettingsUnknown();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The boundary of loading an article: no other is served in its place.
            Log.NotLoaded(logger, name, e);
            return new ArticleLookup.Unavailable(name);
        }
    }

    private async Task<ArticleLookup> FindAsync(string name, ServerSettings settings)
    {
        if (await FindShippedAsync(name) is not { } article) return new ArticleLookup.Unavailable(name);
        if (settings.Curation is { } revision) article = await curated.FindAsync(article, revision);
        return new ArticleLookup.Found(article.WithThresholds(settings.AnswerFrom, settings.OfferFrom));
    }

    private async Task<PendingArticle?> FindValidAsync(string name)
    {
        if (!_others.TryGetValue(name, out var article) || article.Current is null)
        {
            // Only names of the folder, so that none leads out of it.
            if (!folder.ListNames().Contains(name, StringComparer.Ordinal))
            {
                if (_missing.TryAdd(name, true)) Log.Missing(logger, name);
                return null;
            }

            _missing.TryRemove(name, out _);
            article = _others.GetOrAdd(name, CreateArticle);
        }

        var loading = article.GetOrLoad(started => _ = LogOutcomeAsync(name, started));
        return await loading.ReadTask is ReadResult.Valid ? loading : null;
    }

    private CatalogArticle CreateArticle(string name) => new(name, () => PendingArticle.Start(name, _loader));

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

    private async Task ReloadAsync(CatalogArticle article)
    {
        _missing.TryRemove(article.Name, out _);
        var (version, isServed) = await article.ReloadAsync();
        foreach (var warning in version.Warnings) Log.Vectors(logger, article.Name, warning);
        switch (await version.ReadTask)
        {
            case ReadResult.Valid(var set) when isServed:
                // The former version's answers would keep it in memory.
                loader.Queue.ForgetRecent();
                Log.Reloaded(logger, article.Name, set.Article.Title, set.Questions.Count);
                break;
            case ReadResult.Valid:
                await version.Ready;
                break;
            case ReadResult.Invalid(var problems):
                foreach (var problem in problems)
                {
                    if (isServed) Log.Invalid(logger, article.Name, problem.ToString());
                    else Log.StillInvalid(logger, article.Name, problem.ToString());
                }

                break;
        }
    }

    private void Remove(CatalogArticle article)
    {
        if (article == _own)
        {
            // The bot has nothing to say without it.
            if (_missing.TryAdd(article.Name, true)) Log.OwnRemoved(logger, article.Name);
            return;
        }

        article.Withdraw();
        Log.Removed(logger, article.Name);
    }

    // Nobody uses it yet, so it isn't trained.
    private async Task CheckAsync(string name)
    {
        switch (await LowPriorityThreads.RunAsync(() => _loader.Read(name)))
        {
            case ReadResult.Valid(var set):
                Log.Checked(logger, name, set.Article.Title);
                break;
            case ReadResult.Invalid(var problems):
                foreach (var problem in problems) Log.CheckedInvalid(logger, name, problem.ToString());
                break;
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

        [LoggerMessage(
            5008, LogLevel.Information,
            "Article {Name} changed: serving the new version of “{Title}” ({Count} prepared questions)")]
        public static partial void Reloaded(ILogger logger, string name, string title, int count);

        [LoggerMessage(
            5009, LogLevel.Error,
            "Article {Name} changed and is invalid, so the last valid version is still served: {Problem}")]
        public static partial void StillInvalid(ILogger logger, string name, string problem);

        [LoggerMessage(
            5010, LogLevel.Error, "Failed to load the changed article {Name}. The last valid version is still served.")]
        public static partial void NotReloaded(ILogger logger, string name, Exception exception);

        [LoggerMessage(
            5011,
            LogLevel.Warning,
            "The article {Name} was removed from the articles folder and is not served any more.")]
        public static partial void Removed(ILogger logger, string name);

        [LoggerMessage(
            5012, LogLevel.Error,
            "The folder of the bot's own article {Name} was removed. Its last version is served until the bot stops; "
                + "put the folder back, or change the Article setting.")]
        public static partial void OwnRemoved(ILogger logger, string name);

        [LoggerMessage(
            5016, LogLevel.Error,
            "Failed to load the changed article {Name}. No version of it was valid before, so its questions are not "
                + "answered.")]
        public static partial void NoneValid(ILogger logger, string name, Exception exception);

        [LoggerMessage(5013, LogLevel.Information, "The article {Name}, “{Title}”, can be used.")]
        public static partial void Checked(ILogger logger, string name, string title);

        [LoggerMessage(5014, LogLevel.Error, "The article {Name} can't be used: {Problem}")]
        public static partial void CheckedInvalid(ILogger logger, string name, string problem);
    }
}
