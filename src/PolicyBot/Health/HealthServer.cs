using System.Net;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Health;

/// <summary>
/// Serves the health checks over HTTP: <c>/health</c> runs all, <c>/health/ready</c> those without which the bot can't
/// answer, and <c>/health/live</c> none.
/// </summary>
internal sealed partial class HealthServer(
    HealthCheckService checks, HealthOptions options, TimeProvider time, ILogger<HealthServer> logger)
    : IHostedService, IDisposable
{
    // A check that waits for the database must not keep others from an answer.
    private const int MaxConcurrency = 4;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly HttpListener _listener = new();
    private readonly CancellationTokenSource _stopping = new();
    private Task _serving = Task.CompletedTask;

    /// <exception cref="HealthAddressException">Another program uses the address.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var address = options.Address!.GetLeftPart(UriPartial.Authority);
        try
        {
            _listener.Prefixes.Add($"{address}/");
            _listener.Start();
        }
        catch (HttpListenerException e)
        {
            throw new HealthAddressException(
                $"Health:Address {address} can't be used ({e.Message.TrimEnd('.')}). Choose another port.", e);
        }

        Log.Started(logger, $"{address}{Paths.All}");
        _serving = Task.WhenAll(Enumerable.Range(0, MaxConcurrency).Select(_ => ServeAsync()));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _serving.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        // It isn't stopped if another service failed to start.
        _stopping.Cancel();
        _listener.Close();
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            if (await AcceptAsync() is not { } context) continue;
            try
            {
                await AnswerAsync(context);
            }
            catch (Exception e) when (!_stopping.IsCancellationRequested)
            {
                // The boundary of one request: the client may have closed its connection.
                Log.NotAnswered(logger, e.Message);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException
                or OperationCanceledException or InvalidOperationException)
            {
                // Stopped while it answered.
            }
        }
    }

    // Null if it was stopped, or if the listener failed, which must not fill the log and the processor.
    private async Task<HttpListenerContext?> AcceptAsync()
    {
        try
        {
            return await _listener.GetContextAsync();
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            if (_stopping.IsCancellationRequested) return null;
            Log.NotListening(logger, e.Message);
            await Task.Delay(RetryAfter, time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return null;
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var response = context.Response;
        response.Headers["Cache-Control"] = "no-store";
        if (context.Request.HttpMethod is not ("GET" or "HEAD"))
        {
            response.StatusCode = (int)HttpStatusCode.MethodNotAllowed;
            response.Headers["Allow"] = "GET, HEAD";
            return;
        }

        Func<HealthCheckRegistration, bool>? predicate = context.Request.Url?.AbsolutePath switch
        {
            Paths.All => static _ => true,
            Paths.Ready => static c => c.Tags.Contains(HealthServices.ReadyTag),
            Paths.Live => static _ => false,
            _ => null,
        };
        if (predicate is null)
        {
            response.StatusCode = (int)HttpStatusCode.NotFound;
            return;
        }

        var report = await checks.CheckHealthAsync(predicate, _stopping.Token);
        response.StatusCode = (int)(report.Status == HealthStatus.Unhealthy
            ? HttpStatusCode.ServiceUnavailable
            : HttpStatusCode.OK);
        response.ContentType = "application/json";
        var body = HealthJson.From(report).Write();
        response.ContentLength64 = body.Length;
        if (context.Request.HttpMethod == "GET") await response.OutputStream.WriteAsync(body, _stopping.Token);
    }

    /// <summary>The paths of the address.</summary>
    internal static class Paths
    {
        public const string All = "/health";
        public const string Ready = "/health/ready";
        public const string Live = "/health/live";
    }

    private static partial class Log
    {
        [LoggerMessage(7105, LogLevel.Information, "Health checks are at {Address}")]
        public static partial void Started(ILogger logger, string address);

        [LoggerMessage(7106, LogLevel.Warning, "Failed to accept health-check requests: {Reason}")]
        public static partial void NotListening(ILogger logger, string reason);

        [LoggerMessage(7108, LogLevel.Debug, "Failed to answer a health-check request: {Reason}")]
        public static partial void NotAnswered(ILogger logger, string reason);
    }
}
