using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Communities;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Loading;
using PolicyBot.Settings;

namespace PolicyBot.Serving;

/// <summary>The articles that can be served: the bot's own, which is there from the start, and the others of <c>config/articles</c>, which are read and learnt when a server first wants them.</summary>
/// <param name="own">The bot's own.</param>
/// <param name="options">The settings.</param>
/// <param name="surroundings">Where articles are.</param>
/// <param name="logger">The log.</param>
internal sealed class ServedArticles(LoadingArticle own, BotOptions options, Surroundings surroundings, ILogger<ServedArticles> logger) : IArticles
{
    private readonly string ownName = ArticleFolder.NameOf(options.Article);
    private readonly ConcurrentDictionary<string, Lazy<LoadingArticle>> others = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<string> Names => [.. ArticleFolder.Names(surroundings).Append(ownName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public async ValueTask<ServedArticle> OfAsync(CommunitySettings settings)
    {
        var loading = settings.Article is { } name && name != ownName && await SoundAsync(name) is { } other ? other : own;
        return await loading.ServedAsync(settings.AnswerFrom, settings.OfferFrom);
    }

    /// <inheritdoc/>
    public async Task<bool> CanServeAsync(string name)
    {
        if (name == ownName || await SoundAsync(name) is not null) return true;
        // It may have been mended since.
        others.TryRemove(name, out _);
        return await SoundAsync(name) is not null;
    }

    private async Task<LoadingArticle?> SoundAsync(string name)
    {
        // No name leads out of the folder.
        if (!ArticleFolder.Names(surroundings).Contains(name, StringComparer.Ordinal)) return null;
        var loading = others.GetOrAdd(name, n => new Lazy<LoadingArticle>(() => Load(n))).Value;
        return await loading.Reading is ReadResult.Sound ? loading : null;
    }

    private LoadingArticle Load(string name)
    {
        var loading = LoadingArticle.Start(name, options.Matching, surroundings);
        _ = TellAsync(name, loading);
        return loading;
    }

    private async Task TellAsync(string name, LoadingArticle loading)
    {
        try
        {
            if (await loading.Reading is not ReadResult.Faulty(var faults)) return;
            foreach (var fault in faults) ServingLog.Faulty(logger, name, fault.ToString());
        }
        catch (Exception e)
        {
            // The boundary of a reading: whoever waits for it gets the same fault.
            ServingLog.NotLoaded(logger, name, e);
        }
    }
}
