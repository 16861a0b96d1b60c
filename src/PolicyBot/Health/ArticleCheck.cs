using Microsoft.Extensions.Diagnostics.HealthChecks;
using PolicyBot.Chat.Articles;
using PolicyBot.Knowledge.Curation.Reading;

namespace PolicyBot.Health;

/// <summary>
/// Healthy if the bot's own article is served as it is in its folder; degraded if an earlier version is.
/// </summary>
internal sealed class ArticleCheck(PendingArticle article, ArticleCatalog catalog) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        var loading = article.GetAsync();
        if (!loading.IsCompleted)
            return Task.FromResult(HealthCheckResult.Unhealthy($"{article.Name} is loading."));
        var latest = catalog.LatestOwn;
        var isLatestWrong = latest.ReadTask is { IsCompleted: true } read
            && (!read.IsCompletedSuccessfully || read.Result is not ReadResult.Valid);
        return Task.FromResult((loading.IsCompletedSuccessfully, isLatestWrong) switch
        {
            (true, false) => HealthCheckResult.Healthy($"{article.Name} is served."),
            (true, true) => HealthCheckResult.Degraded(
                $"The files of {article.Name} have errors, which are in the log; the last valid version is served."),
            _ => HealthCheckResult.Unhealthy($"{article.Name} can't be served; the log says why."),
        });
    }
}
