using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.ConsoleChat;
using PolicyBot.Discord;
using PolicyBot.Loading;
using PolicyBot.Settings;

namespace PolicyBot.Hosting;

/// <summary>The host of the bot on Discord.</summary>
internal static class BotHost
{
    // Longer than answers under way are waited for.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(20);

    /// <summary>Everything that the bot is made of, before it is built.</summary>
    /// <param name="settings">The settings, with a token.</param>
    /// <param name="article">The article, which is loading.</param>
    /// <param name="loader">Loads other articles.</param>
    /// <param name="surroundings">Where other articles are.</param>
    /// <param name="terminal">Where errors are told.</param>
    /// <param name="random">Spreads waits, and seeds what picks quotes.</param>
    public static HostApplicationBuilder CreateBuilder(
        SettingsResult.Read settings, PendingArticle article, ArticleLoader loader, AppPaths surroundings, Terminal terminal, Random random)
    {
        // The settings are read and checked by then; the host's own defaults would read them again, and other files and variables besides.
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddConfiguration(settings.Logging).AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-dd HH:mm:ss ";
        });
        builder.Services
            .Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout)
            .Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(random)
            .AddSingleton(terminal)
            .AddSingleton(article)
            .AddSingleton(loader)
            .AddSingleton(loader.Queue)
            .AddSingleton(surroundings)
            .AddSingleton<RunOutcome>()
            .AddDiscord(settings.Options.Discord)
            .AddConnection(settings.Options.Discord)
            .AddServers(settings.Options)
            .AddHostedService<DiscordWorker>();
        return builder;
    }

    /// <summary>Builds the bot and serves until told to stop.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(HostApplicationBuilder builder)
    {
        // Running it disposes of it.
        var host = builder.Build();
        var outcome = host.Services.GetRequiredService<RunOutcome>();
        await host.RunAsync();
        return outcome.ExitCode;
    }
}
