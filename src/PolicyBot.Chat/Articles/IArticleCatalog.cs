using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Servers;

namespace PolicyBot.Chat.Articles;

/// <summary>The articles that can be served. Safe for many threads.</summary>
public interface IArticleCatalog
{
    /// <summary>Their names, in order; of articles that are not sound too.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>
    /// Finds the article that a server's settings name, as sure as they want it; the bot's own if they name none.
    /// Waits a while for one that is
    /// being loaded.
    /// </summary>
    /// <param name="settings">The settings.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>Never <see cref="ArticleLookup.SettingsUnknown"/>.</returns>
    ValueTask<ArticleLookup> FindAsync(ServerSettings settings, CancellationToken cancellationToken);

    /// <summary>Whether an article can be served; what is wrong where it cannot is in the log.</summary>
    Task<bool> CanServeAsync(string name);
}
