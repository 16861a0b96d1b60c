using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Articles;
using PolicyBot.ConsoleChat;
using PolicyBot.Discord;
using PolicyBot.Health;
using PolicyBot.Services;
using PolicyBot.Settings;
using PolicyBot.Telemetry;

namespace PolicyBot.Hosting;

/// <summary>Hosts the bot on Discord.</summary>
internal static class BotHost
{
    // Longer than the bot waits for answers that are being written.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(20);

    /// <summary>Registers everything that the bot consists of.</summary>
    /// <param name="settings">The settings, with a token.</param>
    /// <param name="article">The bot's own article, which is loading.</param>
    /// <param name="loader">Loads other articles.</param>
    /// <param name="folder">Where other articles are.</param>
    /// <param name="paths">The program's paths.</param>
    /// <param name="terminal">Where errors are written.</param>
    /// <param name="random">Spreads retries, and seeds the choice of random quotes.</param>
    public static HostApplicationBuilder CreateBuilder(
        SettingsResult.Read settings,
        PendingArticle article,
        ArticleLoader loader,
        ArticlesFolder folder,
        AppPaths paths,
        Terminal terminal,
        Random random)
    {
        // The settings have been read and checked; the host's defaults would read them again, from other places too.
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
            .AddSingleton(folder)
            .AddSingleton(paths)
            .AddSingleton<RunOutcome>()
            .AddSingleton<StartupLog>()
            .AddDiscord(settings.Options.Discord)
            .AddConnection(settings.Options.Discord)
            .AddServers(settings.Options)
            .AddHostedService<DiscordWorker>();
        return builder
            .AddHealth(settings.Options.Health)
            .AddTelemetry(settings.Options.Telemetry)
            .AddServiceManager();
    }

    /// <summary>Builds the bot and serves until the program is stopped.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(HostApplicationBuilder builder)
    {
        // RunAsync disposes of the host.
        var host = builder.Build();
        var outcome = host.Services.GetRequiredService<RunOutcome>();
        var terminal = host.Services.GetRequiredService<Terminal>();
        try
        {
            await host.RunAsync();
            return outcome.ExitCode;
        }
        catch (HealthAddressException e)
        {
            terminal.WriteErrorLine($"policybot: {e.Message}");
            return ExitCodes.BadData;
        }
    }
}
