using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Articles;
using PolicyBot.ConsoleChat;
using PolicyBot.Discord;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Handlers;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Storage;

namespace PolicyBot.Hosting;

/// <summary>Serves the article on Discord until the program is stopped or can't go on.</summary>
internal sealed partial class DiscordWorker(
    DiscordBot bot,
    WarmUp warmUp,
    PendingArticle article,
    StorageOptions storage,
    StartupLog startup,
    Terminal terminal,
    RunOutcome outcome,
    IHostApplicationLifetime lifetime,
    ILogger<DiscordWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        try
        {
            startup.Write();
            if (storage.FindWarning() is { } warning) Log.Storage(logger, warning);
            var serving = bot.RunAsync(stopping.Token);
            var warming = Task.CompletedTask;
            var isValid = false;
            try
            {
                isValid = await IsArticleValidAsync(stopping.Token);
                if (isValid) warming = warmUp.RunAsync(stopping.Token);
            }
            finally
            {
                // Close the connection before the program ends, whatever is wrong with the article.
                if (!isValid) await stopping.CancelAsync();
                try
                {
                    await serving;
                }
                finally
                {
                    await stopping.CancelAsync();
                    await warming;
                }
            }

            if (isValid) outcome.ExitCode = ExitCodes.Success;
        }
        catch (ConnectionRefusedException e)
        {
            terminal.WriteErrorLine($"policybot: {ConnectionRefusalText.Format(e)}.");
        }
        catch (SentenceEncoderException e)
        {
            terminal.WriteErrorLine($"policybot: {e.Message}");
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    private async Task<bool> IsArticleValidAsync(CancellationToken stopping)
    {
        switch (await article.ReadTask)
        {
            case ReadResult.Valid(var set):
                await article.Ready.WaitAsync(stopping);
                foreach (var warning in article.Warnings) Log.Vectors(logger, set.Name, warning);
                Log.Serving(logger, set.Article.Title, set.Questions.Count);
                return true;
            case ReadResult.Invalid(var problems):
                foreach (var problem in problems) terminal.WriteErrorLine(problem.ToString());
                break;
        }

        return false;
    }

    private static partial class Log
    {
        [LoggerMessage(5001, LogLevel.Information, "Answering questions about “{Title}” ({Count} prepared questions)")]
        public static partial void Serving(ILogger logger, string title, int count);

        [LoggerMessage(7203, LogLevel.Warning, "{Warning}")]
        public static partial void Storage(ILogger logger, string warning);

        [LoggerMessage(5006, LogLevel.Warning, "Article {Name}: {Problem}")]
        public static partial void Vectors(ILogger logger, string name, string problem);
    }
}
