using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PolicyBot.Chat;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Quotes;
using PolicyBot.QuoteCards;
using PolicyBot.Settings;
using PolicyBot.Storage;

namespace PolicyBot.Hosting;

/// <summary>Registers what the bot does for servers: the commands, what it keeps, and its daily posts.</summary>
internal static class ServerServices
{
    /// <summary>
    /// Adds it; the connection to Discord, a <see cref="PendingArticle"/>, an <see cref="ArticleLoader"/>, <see
    /// cref="AppPaths"/>, a <see cref="TimeProvider"/> and a <see cref="Random"/> must be there.
    /// </summary>
    public static IServiceCollection AddServers(this IServiceCollection services, BotOptions options) => services
        .AddStorage(options.Storage)
        .AddSingleton(options)
        .AddSingleton(options.Privacy)
        .AddSingleton(options.DirectMessages)
        .AddSingleton<IClock, ProvidedClock>()
        .AddSingleton<ArticleCatalog>()
        .AddSingleton<IArticleCatalog>(s => s.GetRequiredService<ArticleCatalog>())
        .AddSingleton(options.Daily)
        .AddSingleton<IQuoteCards, QuoteCardPainter>()
        .AddChat()
        .AddBackgroundServices();
}
