using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.Client.RateLimits;
using PolicyBot.Discord.Client.Telemetry;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace PolicyBot.Discord.Client.Rest;

/// <summary>
/// Sends requests to Discord's HTTP API: waits for rate limits, enforces time limits, and retries failed requests if
/// that is safe. Thread-safe.
/// </summary>
public sealed partial class DiscordHttpClient : IDisposable
{
    private const int MaxRetries = 4;

    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);

    // For a request that may take only a few seconds, such as the first response to an interaction.
    private static readonly TimeSpan ShortAttemptTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");
    private static readonly ResiliencePropertyKey<Call> CallKey = new("call");

    private readonly HttpClient _http;
    private readonly AuthenticationHeaderValue _authorization;
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly DiscordClientMetrics _metrics;
    private readonly ILogger _logger;
    private readonly RestRateLimiter _limiter;
    private readonly ResiliencePipeline<DiscordResponse> _pipeline;
    private readonly ResiliencePipeline _attempt;
    private readonly ResiliencePipeline _shortAttempt;

    /// <summary>Creates a client.</summary>
    /// <param name="options">The API's address and the token.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">Adds jitter to the delays between retries; locked while it is used.</param>
    /// <param name="metrics">The client's metrics.</param>
    /// <param name="logger">The log.</param>
    public DiscordHttpClient(
        DiscordClientOptions options,
        TimeProvider time,
        Random random,
        DiscordClientMetrics metrics,
        ILogger<DiscordHttpClient> logger)
    {
        (_time, _random, _metrics, _logger) = (time, random, metrics, logger);
        _http = CreateClient(options.ApiUrl);
        _authorization = new AuthenticationHeaderValue("Bot", options.Token);
        _limiter = new RestRateLimiter(time, options.Share);
        _attempt = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(AttemptTimeout).Build();
        _shortAttempt = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(ShortAttemptTimeout).Build();
        _pipeline = CreatePipeline();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _limiter.Dispose();
    }

    /// <summary>Sends a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <returns>The response, which has a 2xx status.</returns>
    /// <exception cref="RequestRefusedException">Discord refused it.</exception>
    /// <exception cref="RateLimitedException">A rate limit lasts longer than the request may take.</exception>
    /// <exception cref="DiscordUnavailableException">
    /// Discord failed, couldn't be reached, or didn't answer in time.
    /// </exception>
    public async Task<DiscordResponse> SendAsync(DiscordRequest request, CancellationToken cancellationToken)
    {
        var call = new Call(request, _time.GetTimestamp());
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        try
        {
            context.Properties.Set(CallKey, call);
            var response = await _pipeline.ExecuteAsync(
                static (context, self) => self.AttemptAsync(GetCall(context), context.CancellationToken),
                context,
                this);
            return response.IsSuccess ? response : throw CreateException(request, response);
        }
        catch (TimeoutRejectedException e)
        {
            throw new DiscordUnavailableException($"Discord did not answer {request.Name} in time", e);
        }
        catch (HttpRequestException e)
        {
            var reason = Describe(e);
            throw new DiscordUnavailableException($"Discord could not be reached for {request.Name}: {reason}", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DiscordUnavailableException($"Connecting to Discord for {request.Name} took too long", e);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Sends a request and parses the JSON of the response. Throws what the other overload throws.</summary>
    public async Task<T> SendAsync<T>(
        DiscordRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var response = await SendAsync(request, cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(response.Body, type) ?? throw new JsonException("The response is null.");
        }
        catch (JsonException e)
        {
            throw new DiscordUnavailableException($"Discord's response to {request.Name} is invalid", e);
        }
    }

    private static HttpClient CreateClient(Uri apiUrl)
    {
        var handler = new SocketsHttpHandler
        {
            // Over TLS, many requests share a connection. Without TLS each takes one, and this many are enough.
            MaxConnectionsPerServer = 32,
            EnableMultipleHttp2Connections = true,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            ConnectTimeout = ConnectTimeout,
            // Detects a dead connection while requests wait for it.
            KeepAlivePingDelay = TimeSpan.FromSeconds(5),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(5),
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
        };
        var client = new HttpClient(handler)
        {
            // The slash keeps the last part of the address's path.
            BaseAddress = new Uri(apiUrl.AbsoluteUri.TrimEnd('/') + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent.Text);
        return client;
    }

    private static HttpContent CreateContent(ReadOnlyMemory<byte> body, OutgoingFile? file)
    {
        var json = new ReadOnlyMemoryContent(body) { Headers = { ContentType = JsonType } };
        if (file is null) return json;
        var content = new ReadOnlyMemoryContent(file.Content)
        {
            Headers = { ContentType = new MediaTypeHeaderValue(file.ContentType) },
        };
        return new MultipartFormDataContent { { json, "payload_json" }, { content, "files[0]", file.Name } };
    }

    private static DiscordException CreateException(DiscordRequest request, DiscordResponse response)
    {
        var name = request.Name;
        if (response.IsRateLimited)
            return new RateLimitedException($"{name} exceeds one of Discord's rate limits", GetRetryAfter(response));
        if (response.IsServerError)
            return new DiscordUnavailableException($"Discord answered {name} with status {(int)response.Status}");
        return ErrorReader.Read(request, response);
    }

    private static Call GetCall(ResilienceContext context) => context.Properties.GetValue(CallKey, null!);

    private static TimeSpan GetRetryAfter(DiscordResponse response) =>
        response.Limits.RetryAfter ?? RestRateLimiter.DefaultRetryAfter;

    private static string Describe(Outcome<DiscordResponse> outcome) => outcome switch
    {
        { Result: { } response } => $"status {(int)response.Status}",
        { Exception: HttpRequestException e } => Describe(e),
        { Exception: { } e } => e.Message,
        _ => "no response",
    };

    private static string Describe(HttpRequestException e) => (e.InnerException?.Message ?? e.Message).TrimEnd('.');

    private ResiliencePipeline<DiscordResponse> CreatePipeline() =>
        new ResiliencePipelineBuilder<DiscordResponse> { TimeProvider = _time }
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = a => ValueTask.FromResult(GetCall(a.Context).Request.Timeout),
            })
            .AddRetry(new RetryStrategyOptions<DiscordResponse>
            {
                MaxRetryAttempts = MaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(250),
                UseJitter = true,
                Randomizer = _random.NextDoubleLocked,
                ShouldHandle = a => ValueTask.FromResult(ShouldRetry(GetCall(a.Context), a.Outcome)),
                DelayGenerator = a => ValueTask.FromResult(
                    a.Outcome.Result is { IsRateLimited: true } response ? GetRetryAfter(response) : (TimeSpan?)null),
                OnRetry = a =>
                {
                    var request = GetCall(a.Context).Request.Name;
                    Log.Retrying(_logger, request, Describe(a.Outcome), a.RetryDelay.TotalSeconds);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();

    private bool ShouldRetry(Call call, Outcome<DiscordResponse> outcome) => outcome switch
    {
        // Discord didn't execute it, so this is safe for every request.
        { Result: { IsRateLimited: true } response } => GetRetryAfter(response) < GetRemaining(call),
        { Result.IsServerError: true } => call.Request.IsIdempotent,
        { Exception: HttpRequestException or TimeoutRejectedException } => call.Request.IsIdempotent,
        { Exception: OperationCanceledException { InnerException: TimeoutException } } => call.Request.IsIdempotent,
        _ => false,
    };

    private TimeSpan GetRemaining(Call call) => call.Request.Timeout - _time.GetElapsedTime(call.StartedAt);

    private async ValueTask<DiscordResponse> AttemptAsync(Call call, CancellationToken cancellationToken)
    {
        var bucket = await AcquireAsync(call, cancellationToken);
        DiscordResponse? response = null;
        try
        {
            var attempt = call.Request.Timeout > AttemptTimeout ? _attempt : _shortAttempt;
            response = await attempt.ExecuteAsync(
                static (s, token) => s.self.MeasureAsync(s.call.Request, token),
                (self: this, call),
                cancellationToken);
            return response;
        }
        finally
        {
            _limiter.Release(call.Request, bucket, response);
        }
    }

    private async ValueTask<Bucket?> AcquireAsync(Call call, CancellationToken cancellationToken)
    {
        var request = call.Request;
        var acquiring = _limiter.AcquireAsync(request, GetRemaining(call), cancellationToken);
        if (acquiring.IsCompleted) return await acquiring;
        var start = _time.GetTimestamp();
        try
        {
            return await acquiring;
        }
        finally
        {
            _metrics.RecordWait(request.Method.Method, request.Route, _time.GetElapsedTime(start));
        }
    }

    private async ValueTask<DiscordResponse> MeasureAsync(DiscordRequest request, CancellationToken cancellationToken)
    {
        var method = request.Method.Method;
        var start = _time.GetTimestamp();
        using var activity = _metrics.StartRequest(method, request.Route);
        int? status = null;
        try
        {
            var response = await SendOnceAsync(request, cancellationToken);
            status = (int)response.Status;
            return response;
        }
        finally
        {
            _metrics.RecordRequest(activity, method, request.Route, status, _time.GetElapsedTime(start));
        }
    }

    private async ValueTask<DiscordResponse> SendOnceAsync(DiscordRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(request.Method, request.Path);
        message.Headers.Authorization = _authorization;
        if (request.Body is { } body) message.Content = CreateContent(body, request.File);
        using var response = await _http.SendAsync(
            message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var bytes = response.StatusCode == HttpStatusCode.NoContent
            ? []
            : await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return new DiscordResponse(response.StatusCode, bytes, RateLimitHeaders.Parse(response.Headers));
    }

    /// <summary>A request that is being sent.</summary>
    private sealed record Call(DiscordRequest Request, long StartedAt);

    private static partial class Log
    {
        [LoggerMessage(2001, LogLevel.Debug, "{Request} failed ({Reason}). Retrying in {Seconds:0.0} s.")]
        public static partial void Retrying(ILogger logger, string request, string reason, double seconds);
    }
}
