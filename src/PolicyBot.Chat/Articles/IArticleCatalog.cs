using PolicyBot.Chat.Servers;

namespace PolicyBot.Chat.Articles;

/// <summary>The articles that can be served. Thread-safe.</summary>
public interface IArticleCatalog
{
    /// <summary>The name of the bot's own article.</summary>
    string OwnName { get; }

    /// <summary>Their names, in order, including those of invalid articles.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Returns the title of one of these articles, or its name if it has none.</summary>
    string GetTitle(string name);

    /// <summary>
    /// Finds the articles that a server's settings name for a channel, with the thresholds of the settings; the bot's
    /// own if they name none. Waits a while for those that are being loaded.
    /// </summary>
    /// <param name="settings">The settings.</param>
    /// <param name="channel">The channel, or null for the server's own articles.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>
    /// <see cref="ArticleLookup.SettingsUnknown"/> if the server's changes to its sets can't be read.
    /// </returns>
    ValueTask<ArticleLookup> FindAsync(ServerSettings settings, string? channel, CancellationToken cancellationToken);

    /// <summary>
    /// Finds one article by its name, with the thresholds and the changes of a server's settings. Waits a while if it
    /// is being loaded.
    /// </summary>
    /// <returns>
    /// <see cref="ArticleLookup.SettingsUnknown"/> if the server's changes to its set can't be read.
    /// </returns>
    ValueTask<ArticleLookup> FindOneAsync(string name, ServerSettings settings, CancellationToken cancellationToken);

    /// <summary>Whether an article can be served. If it can't, the log says why.</summary>
    Task<bool> CanServeAsync(string name);

    /// <summary>
    /// Finds an article without the changes of any server, when it can be served; null if it is missing or invalid, or
    /// if it can't be trained here.
    /// </summary>
    Task<TrainedArticle?> FindShippedAsync(string name);
}
