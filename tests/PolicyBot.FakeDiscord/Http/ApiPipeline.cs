using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.RateLimits;
using PolicyBot.FakeDiscord.Recording;
using PolicyBot.FakeDiscord.Rules;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>
/// Handles a request from its bytes to its response: route, contract, fault, token, limits, action, log.
/// </summary>
internal sealed class ApiPipeline(
    ApiState state,
    RateLimiter limiter,
    HttpFaults faults,
    ServerLog log,
    ContractCheck contract,
    ViolationList violations,
    CancellationToken stopping)
{
    public const string Prefix = "/api/v10";
    private const string UnknownRoute = "?";

    public async Task RunAsync(HttpContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var request = context.Request;
        var path = RawPath(context)[Prefix.Length..];
        var bytes = Array.Empty<byte>();
        RequestBody? body = null;
        var route = UnknownRoute;
        var isRecorded = false;
        try
        {
            bytes = await RequestBodyReader.ReadAsync(request, ending.Token);
            var match = RouteTable.Match(request.Method, path);
            route = match.Route?.Template ?? UnknownRoute;
            body = await RequestBodyReader.ParseAsync(bytes, request.ContentType, ending.Token);
            contract.CheckRequest(request, path, bytes);
            var fault = faults.TakeNext(request.Method, route);
            var reply = await ApplyFaultAsync(fault, match.Route, ending.Token);
            if (fault is HttpFault.DropBefore)
            {
                Record(request, route, path, bytes, body, 0, null);
                context.Abort();
                return;
            }

            if (reply is null)
            {
                reply = Answer(request, match, body);
                if (match.Route is not null)
                    contract.CheckReply(request.Method, path, reply);
            }

            var isAnswered = fault is not (HttpFault.DropAfter or HttpFault.HoldAfter);
            if (fault is HttpFault.StatusAfter after)
                reply = CreateResponse(after.Code, after.Body) with { AfterLogged = reply.AfterLogged };
            Record(
                request, route, path, bytes, body, isAnswered ? reply.Status : 0, isAnswered ? reply.ErrorCode : null);
            isRecorded = true;
            reply.AfterLogged?.Invoke();
            if (fault is HttpFault.HoldAfter)
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ending.Token);
            else if (fault is HttpFault.DropAfter)
                context.Abort();
            else
                await WriteAsync(context, reply, ending.Token);
        }
        catch (Exception exception) when (exception is BadHttpRequestException
            || (ending.IsCancellationRequested && exception is OperationCanceledException or IOException))
        {
            // The client disconnected, or the server stops: nobody is left to respond to.
            if (!isRecorded)
                Record(request, route, path, bytes, body, 0, null);
            context.Abort();
        }
        catch (Exception exception)
        {
            // An error of the server itself must fail the test that causes it.
            violations.Add(request.Method, path, $"The fake Discord itself failed: {exception}");
            Record(request, route, path, bytes, body, 500, 0);
            await WriteAsync(context, ApiResponse.Error(500, 0, "500: Internal Server Error"), ending.Token);
        }
    }

    /// <summary>The response of a fault; null if the request continues as usual.</summary>
    private async Task<ApiResponse?> ApplyFaultAsync(
        HttpFault? fault, ApiRoute? route, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case HttpFault.Status status:
                return CreateResponse(status.Code, status.Body);
            case HttpFault.Refusal error:
                return ApiResponse.Error(error.Status, error.Code, error.Message);
            case HttpFault.RateLimited { HasHeaders: false } blocked:
                return RateLimitHeaders.Blocked(blocked.RetryAfter);
            case HttpFault.RateLimited limited:
                return RateLimitHeaders.Exceeded(Exhausted(limited, route));
            case HttpFault.Hold:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                return null;
            case HttpFault.Wait wait:
                await wait.Until.WaitAsync(cancellationToken);
                return null;
            default:
                return null;
        }
    }

    private static ApiResponse CreateResponse(int status, string? body) =>
        new(status, Encoding.UTF8.GetBytes(body ?? ""))
        {
            ContentType = body is ['{' or '[', ..] ? "application/json" : "text/html",
        };

    private RateLimitState Exhausted(HttpFault.RateLimited fault, ApiRoute? route)
    {
        var rule = route?.Limit == RouteLimit.Posting ? state.Options.ChannelMessages : state.Options.OtherRoutes;
        var resetAt = state.Options.TimeProvider.GetUtcNow() + fault.RetryAfter;
        return new RateLimitState(
            true, fault.Scope, route?.Bucket ?? UnknownRoute, rule.Limit, 0, fault.RetryAfter, resetAt);
    }

    private static string RawPath(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? context.Request.Path.Value ?? "/";
        var query = target.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? target : target[..query];
    }

    private ApiResponse Answer(HttpRequest request, RouteMatch match, RequestBody body)
    {
        if (match.Route is not { } route)
            return match.IsPathKnown ? ApiResponse.Error(405, 0, "405: Method Not Allowed") : ApiResponse.NotFound;
        if (route.NeedsToken && request.Headers.Authorization != $"Bot {state.Options.Token}")
            return ApiResponse.Unauthorized;
        if (route.Limit == RouteLimit.None)
            return Act(request, match, route, body);
        var rule = route.Limit == RouteLimit.Posting ? state.Options.ChannelMessages : state.Options.OtherRoutes;
        var limit =
            limiter.Take(route.Bucket, route.GetMajorParameter(match.Values), rule, route.Limit != RouteLimit.Open);
        if (limit.IsExceeded)
            return RateLimitHeaders.Exceeded(limit);
        return Act(request, match, route, body) with { Headers = RateLimitHeaders.Create(limit) };
    }

    private ApiResponse Act(HttpRequest request, RouteMatch match, ApiRoute route, RequestBody body)
    {
        for (var index = 0; index < route.Names.Count; index++)
        {
            var name = route.Names[index];
            if (!name.EndsWith("_id", StringComparison.Ordinal) || JsonReading.ParseId(match.Values[index]) is not null)
                continue;
            var errors = new FieldErrors();
            errors.Add(name, "NUMBER_TYPE_COERCE", $"Value \"{match.Values[index]}\" is not snowflake.");
            return ApiResponse.Invalid(errors);
        }

        return body.Refusal
            ?? route.Answer(state, new ApiRequest(route, match.Values, request.Query, body.Json, body.Files));
    }

    private void Record(
        HttpRequest request, string route, string path, byte[] bytes, RequestBody? body, int status, int? errorCode)
    {
        if (!state.Options.RecordsRequests)
            return;
        log.Add(new RequestRecord(
            state.Options.TimeProvider.GetUtcNow(),
            request.Method,
            route,
            path,
            request.Headers.UserAgent.Count == 0 ? null : request.Headers.UserAgent.ToString(),
            request.Headers.Authorization.Count == 0 ? null : request.Headers.Authorization.ToString(),
            RecordedBody.Create(bytes, body),
            status,
            errorCode)
        {
            Query = request.QueryString.Value ?? "",
        });
    }

    private async Task WriteAsync(HttpContext context, ApiResponse reply, CancellationToken cancellationToken)
    {
        var response = context.Response;
        response.StatusCode = reply.Status;
        response.Headers.Date = state.Options.TimeProvider.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        foreach (var (name, value) in reply.Headers)
            response.Headers[name] = value;
        if (reply.Body is null)
            return;
        response.ContentType = reply.ContentType;
        response.ContentLength = reply.Body.Length;
        await response.Body.WriteAsync(reply.Body, cancellationToken);
    }
}
