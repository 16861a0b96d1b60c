using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.Client.RateLimits;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace PolicyBot.Discord.Client.Rest;

/// <summary>
/// Discord's HTTP API: waits for limits, bounds the time, and repeats what failed where that can do no harm. Safe for many threads.
/// </summary>
public sealed class DiscordHttpClient : IDisposable
{
    private const int MaxRetries = 4;

    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);

    // Of a call that may take no more than a few seconds, such as the first response to an interaction.
    private static readonly TimeSpan QuickAttemptTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
    private static readonly ResiliencePropertyKey<Call> CallKey = new("call");

    private readonly HttpClient _http;
    private readonly AuthenticationHeaderValue _authorization;
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly ILogger _logger;
    private readonly RestRateLimiter _limits;
    private readonly ResiliencePipeline<DiscordResponse> _pipeline;
    private readonly ResiliencePipeline _attempt;
    private readonly ResiliencePipeline _quickAttempt;

    public DiscordHttpClient(DiscordClientOptions options, TimeProvider time, Random random, ILogger<DiscordHttpClient> logger)
    {
        (_time, _random, _logger) = (time, random, logger);
        _http = CreateClient(options.ApiUrl);
        _authorization = new AuthenticationHeaderValue("Bot", options.Token);
        _limits = new RestRateLimiter(time);
        _attempt = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(AttemptTimeout).Build();
        _quickAttempt = new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(QuickAttemptTimeout).Build();
        _pipeline = CreatePipeline();
    }

    public void Dispose()
    {
        _http.Dispose();
        _limits.Dispose();
    }

    /// <summary>Sends a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The response; its status is one of success.</returns>
    /// <exception cref="RequestRefusedException">Discord refused it.</exception>
    /// <exception cref="RateLimitedException">A limit holds longer than the request may take.</exception>
    /// <exception cref="DiscordUnavailableException">Discord failed, could not be reached, or did not answer in time.</exception>
    public async Task<DiscordResponse> SendAsync(DiscordRequest request, CancellationToken cancellationToken)
    {
        var call = new Call(request, _time.GetTimestamp());
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        try
        {
            context.Properties.Set(CallKey, call);
            var reply = await _pipeline.ExecuteAsync(static (c, self) => self.AttemptAsync(c.Properties.GetValue(CallKey, null!), c.CancellationToken), context, this)
                ;
            return reply.IsSuccess ? reply : throw Failure(call, reply);
        }
        catch (TimeoutRejectedException e)
        {
            throw new DiscordUnavailableException($"Discord did not answer {request.Name} in time", e);
        }
        catch (HttpRequestException e)
        {
            throw new DiscordUnavailableException($"Discord could not be reached for {request.Name}: {Words(e)}", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DiscordUnavailableException($"No connection for {request.Name} could be made in time", e);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Sends a request and reads the JSON that comes back; as <see cref="SendAsync"/>.</summary>
    public async Task<T> SendAsync<T>(DiscordRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var reply = await SendAsync(request, cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(reply.Body, type) ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            throw new DiscordUnavailableException($"Discord’s answer to {request.Name} cannot be read", e);
        }
    }

    private static HttpClient CreateClient(Uri apiUrl)
    {
        // Over TLS many requests share a connection; without it each has one to itself, and so many do for any load.
        var handler = new SocketsHttpHandler
        {
            MaxConnectionsPerServer = 32,
            EnableMultipleHttp2Connections = true,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            ConnectTimeout = ConnectTimeout,
            // A connection that is dead without a word is noticed while requests wait on it.
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
            // A path under the address, so that it may have one of its own.
            BaseAddress = new Uri(apiUrl.AbsoluteUri.TrimEnd('/') + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent.Text);
        return client;
    }

    private ResiliencePipeline<DiscordResponse> CreatePipeline() => new ResiliencePipelineBuilder<DiscordResponse> { TimeProvider = _time }
        .AddTimeout(new TimeoutStrategyOptions
        {
            TimeoutGenerator = a => ValueTask.FromResult(a.Context.Properties.GetValue(CallKey, null!).Request.Timeout),
        })
        .AddRetry(new RetryStrategyOptions<DiscordResponse>
        {
            MaxRetryAttempts = MaxRetries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(250),
            UseJitter = true,
            Randomizer = NextDouble,
            ShouldHandle = a => ValueTask.FromResult(ShouldRetry(a.Context.Properties.GetValue(CallKey, null!), a.Outcome)),
            DelayGenerator = a => ValueTask.FromResult(a.Outcome.Result is { IsRateLimited: true } reply ? RetryAfter(reply) : (TimeSpan?)null),
            OnRetry = a =>
            {
                HttpLog.Retrying(_logger, a.Context.Properties.GetValue(CallKey, null!).Request.Name, Words(a.Outcome), a.RetryDelay.TotalSeconds);
                return ValueTask.CompletedTask;
            },
        })
        .Build();

    private static TimeSpan RetryAfter(DiscordResponse reply) => reply.Limits.RetryAfter ?? RestRateLimiter.DefaultRetryAfter;

    private static string Words(Outcome<DiscordResponse> outcome) => outcome switch
    {
        { Result: { } reply } => $"status {(int)reply.Status}",
        { Exception: HttpRequestException e } => Words(e),
        { Exception: { } e } => e.Message,
        _ => "no answer",
    };

    private static string Words(HttpRequestException e) => (e.InnerException?.Message ?? e.Message).TrimEnd('.');

    // Random is not safe for many threads.
    private double NextDouble()
    {
        lock (_random) return _random.NextDouble();
    }

    private bool ShouldRetry(Call call, Outcome<DiscordResponse> outcome) => outcome switch
    {
        // Discord did not do it, whatever it was.
        { Result: { IsRateLimited: true } reply } => RetryAfter(reply) < Left(call),
        { Result: { IsServerError: true } } => call.Request.IsIdempotent,
        { Exception: HttpRequestException or TimeoutRejectedException or OperationCanceledException { InnerException: TimeoutException } } => call.Request.IsIdempotent,
        _ => false,
    };

    private TimeSpan Left(Call call) => call.Request.Timeout - _time.GetElapsedTime(call.StartedAt);

    private async ValueTask<DiscordResponse> AttemptAsync(Call call, CancellationToken cancellationToken)
    {
        var bucket = await _limits.AcquireAsync(call.Request, Left(call), cancellationToken);
        DiscordResponse? reply = null;
        try
        {
            var bounded = call.Request.Timeout > AttemptTimeout ? _attempt : _quickAttempt;
            reply = await bounded.ExecuteAsync(static (s, c) => s.self.SendOnceAsync(s.call.Request, c), (self: this, call), cancellationToken);
            return reply;
        }
        finally
        {
            _limits.Release(call.Request, bucket, reply);
        }
    }

    private async ValueTask<DiscordResponse> SendOnceAsync(DiscordRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(request.Method, request.Path);
        message.Headers.Authorization = _authorization;
        if (request.Body is { } body) message.Content = Content(body, request.File);
        using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var bytes = response.StatusCode == HttpStatusCode.NoContent ? [] : await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return new DiscordResponse(response.StatusCode, bytes, RateLimitHeaders.Parse(response.Headers));
    }

    private static HttpContent Content(ReadOnlyMemory<byte> body, OutgoingFile? file)
    {
        var json = new ReadOnlyMemoryContent(body) { Headers = { ContentType = JsonType } };
        if (file is null) return json;
        var content = new ReadOnlyMemoryContent(file.Content) { Headers = { ContentType = new MediaTypeHeaderValue(file.ContentType) } };
        return new MultipartFormDataContent { { json, "payload_json" }, { content, "files[0]", file.Name } };
    }

    private static MediaTypeHeaderValue JsonType { get; } = new("application/json");

    private static DiscordException Failure(Call call, DiscordResponse reply)
    {
        if (reply.IsRateLimited) return new RateLimitedException($"{call.Request.Name} is over a limit of Discord’s", RetryAfter(reply));
        if (reply.IsServerError) return new DiscordUnavailableException($"Discord answered {call.Request.Name} with {(int)reply.Status}");
        return ErrorReader.Read(call.Request, reply);
    }

    /// <summary>A request on its way.</summary>
    private sealed record Call(DiscordRequest Request, long StartedAt);
}
