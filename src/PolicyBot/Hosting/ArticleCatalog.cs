using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Servers;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Loading;
using PolicyBot.Settings;

namespace PolicyBot.Hosting;

/// <summary>The articles that can be served: the bot's own, which is there from the start, and the others of <c>config/articles</c>, which are read and learnt when a server first wants them.</summary>
/// <param name="own">The bot's own.</param>
/// <param name="loader">Loads the others.</param>
/// <param name="options">The settings.</param>
/// <param name="surroundings">Where articles are.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed class ArticleCatalog(
    PendingArticle own, ArticleLoader loader, BotOptions options, AppPaths surroundings, TimeProvider time, ILogger<ArticleCatalog> logger) : IArticleCatalog
{
    // How long a question waits for an article that is being loaded.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly string _ownName = ArticleFolder.NameOf(options.Article);
    private readonly ArticleLoader _loader = loader.In(surroundings);
    private readonly ConcurrentDictionary<string, Lazy<PendingArticle>> _others = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _missing = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<string> Names => [.. ArticleFolder.Names(surroundings).Append(_ownName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public async ValueTask<ArticleLookup> FindAsync(ServerSettings settings, CancellationToken cancellationToken)
    {
        var name = settings.Article ?? _ownName;
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
            ServingLog.NotLoaded(logger, name, e);
            return new ArticleLookup.Unavailable(name);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> CanServeAsync(string name)
    {
        if (name == _ownName || await FindSoundAsync(name) is not null) return true;
        // It may have been fixed since.
        _others.TryRemove(name, out _);
        return await FindSoundAsync(name) is not null;
    }

    private async Task<ArticleLookup> FindAsync(string name, ServerSettings settings) =>
        (name == _ownName ? own : await FindSoundAsync(name)) is { } loading
            ? new ArticleLookup.Found(await loading.ServedAsync(settings.AnswerFrom, settings.OfferFrom))
            : new ArticleLookup.Unavailable(name);

    // One that was loaded is served on if its folder goes.
    private async Task<PendingArticle?> FindSoundAsync(string name)
    {
        if (!_others.TryGetValue(name, out var loading))
        {
            // No name leads out of the folder.
            if (!ArticleFolder.Names(surroundings).Contains(name, StringComparer.Ordinal))
            {
                if (_missing.TryAdd(name, true)) ServingLog.Missing(logger, name);
                return null;
            }

            _missing.TryRemove(name, out _);
            loading = _others.GetOrAdd(name, n => new Lazy<PendingArticle>(() => Load(n)));
        }

        return await loading.Value.Reading is ReadResult.Valid ? loading.Value : null;
    }

    private PendingArticle Load(string name)
    {
        var loading = PendingArticle.Start(name, _loader);
        _ = TellAsync(name, loading);
        return loading;
    }

    private async Task TellAsync(string name, PendingArticle loading)
    {
        try
        {
            if (await loading.Reading is ReadResult.Invalid(var faults))
            {
                foreach (var fault in faults) ServingLog.Faulty(logger, name, fault.ToString());
            }

            await loading.Learning;
            foreach (var warning in loading.Warnings) ServingLog.Vectors(logger, name, warning);
        }
        catch (Exception e)
        {
            // The boundary of a reading: whoever waits for it gets the same fault.
            ServingLog.NotLoaded(logger, name, e);
        }
    }
}
