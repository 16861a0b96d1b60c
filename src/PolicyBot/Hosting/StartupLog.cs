using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Articles;
using PolicyBot.Settings;

namespace PolicyBot.Hosting;

/// <summary>Logs what the bot runs with, so that a log shows what produced it.</summary>
internal sealed partial class StartupLog(
    BotOptions options, PendingArticle article, ArticlesFolder folder, AppPaths paths, ILogger<StartupLog> logger)
{
    /// <summary>Logs it, without secrets.</summary>
    public void Write()
    {
        Log.Version(
            logger,
            ProgramVersion.Current,
            RuntimeInformation.FrameworkDescription,
            RuntimeInformation.RuntimeIdentifier);
        Log.Paths(logger, paths.SettingsFile, folder.Path);
        Log.Article(logger, article.Folder);
        Log.Database(logger, options.Storage.Describe());
        foreach (var (name, value) in NonDefaultSettings.List(options)) Log.Setting(logger, name, value);
    }

    private static partial class Log
    {
        [LoggerMessage(7101, LogLevel.Information, "PolicyBot {Version} on {Framework}, {Platform}")]
        public static partial void Version(ILogger logger, string version, string framework, string platform);

        [LoggerMessage(
            5007, LogLevel.Information, "Using the settings file {SettingsFile} and the articles in {ArticlesFolder}")]
        public static partial void Paths(ILogger logger, string settingsFile, string articlesFolder);

        [LoggerMessage(7102, LogLevel.Information, "Article: {Folder}")]
        public static partial void Article(ILogger logger, string folder);

        [LoggerMessage(7103, LogLevel.Information, "Database: {Database}")]
        public static partial void Database(ILogger logger, string database);

        [LoggerMessage(7104, LogLevel.Information, "Setting {Name}: {Value}")]
        public static partial void Setting(ILogger logger, string name, string value);
    }
}
