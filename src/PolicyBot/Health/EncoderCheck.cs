using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PolicyBot.Chat.Articles;

namespace PolicyBot.Health;

/// <summary>
/// Healthy if the sentence encoder is loaded or can be, and questions don't wait long for it. Otherwise the bot still
/// answers the others.
/// </summary>
internal sealed class EncoderCheck(ArticleLoader loader, AppPaths paths) : IHealthCheck
{
    // A few seconds' work.
    private const int MaxWaiting = 1000;

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken) => Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        if (loader.Encoder is not { } encoder) return HealthCheckResult.Healthy("No encoder is used.");
        try
        {
            // It is loaded when it is first needed.
            var current = encoder.Encoder.IsValueCreated
                ? encoder
                : SentenceEncoderFile.Open(EncoderUse.On, paths.ProgramFolder);
            if (current?.Fingerprint != encoder.Fingerprint)
                return HealthCheckResult.Degraded("The encoder's file was replaced; restart the bot.");
        }
        catch (SentenceEncoderException e)
        {
            return HealthCheckResult.Degraded(e.Message);
        }

        var waiting = loader.Queue.Waiting;
        var description = string.Create(CultureInfo.InvariantCulture, $"{waiting} questions wait for it.");
        return waiting > MaxWaiting
            ? HealthCheckResult.Degraded(description)
            : HealthCheckResult.Healthy(description);
    }
}
