using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.ConsoleChat;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Handlers;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Loading;

namespace PolicyBot.Hosting;

/// <summary>Serves the article on Discord until the program is told to stop, or cannot go on.</summary>
internal sealed class DiscordWorker(
    DiscordBot bot, PendingArticle article, Terminal terminal, RunOutcome outcome, IHostApplicationLifetime lifetime, ILogger<DiscordWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        try
        {
            var serving = bot.RunAsync(stopping.Token);
            var isSound = false;
            try
            {
                isSound = await IsSoundAsync(stopping.Token);
            }
            finally
            {
                // Whatever is wrong with the article, the connection is closed before the program ends.
                if (!isSound) await stopping.CancelAsync();
                await serving;
            }

            if (isSound) outcome.ExitCode = ExitCodes.Success;
        }
        catch (ConnectionRefusedException e)
        {
            terminal.WriteErrorLine($"policybot: {e.Message}.");
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

    private async Task<bool> IsSoundAsync(CancellationToken stopping)
    {
        switch (await article.Reading)
        {
            case ReadResult.Valid(var set):
                await article.Learning.WaitAsync(stopping);
                foreach (var warning in article.Warnings) ServingLog.Vectors(logger, set.Name, warning);
                ServingLog.Serving(logger, set.Article.Title, set.Questions.Count);
                return true;
            case ReadResult.Invalid(var faults):
                foreach (var fault in faults) terminal.WriteErrorLine(fault.ToString());
                break;
        }

        return false;
    }
}
