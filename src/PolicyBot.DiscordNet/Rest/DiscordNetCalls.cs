using System.Net;
using Discord;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.Client.RateLimits;

namespace PolicyBot.DiscordNet.Rest;

/// <summary>Calls Discord.Net with a time limit, and converts its exceptions. Thread-safe.</summary>
internal sealed class DiscordNetCalls(TimeProvider time)
{
    /// <summary>The time limit of most calls.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Makes a call without a result, as the other overload does.</summary>
    public Task RunAsync(
        string name,
        Func<RequestOptions, Task> call,
        TimeSpan timeout,
        CancellationToken cancellationToken,
        OutgoingFile? file = null) =>
        RunAsync<object?>(
            name,
            async options =>
            {
                await call(options);
                return null;
            },
            timeout,
            cancellationToken,
            file);

    /// <summary>Makes a call.</summary>
    /// <param name="name">Its name in errors.</param>
    /// <param name="call">The call, which passes the options to Discord.Net.</param>
    /// <param name="timeout">The time limit, retries included.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <param name="file">The message's file, or null.</param>
    /// <param name="nonce">The message's nonce, or null.</param>
    /// <exception cref="DiscordException">The request failed.</exception>
    public async Task<T> RunAsync<T>(
        string name,
        Func<RequestOptions, Task<T>> call,
        TimeSpan timeout,
        CancellationToken cancellationToken,
        OutgoingFile? file = null,
        string? nonce = null)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        DiscordNetCall.Current = new DiscordNetCall(time.GetTimestampAfter(timeout), linked.Token)
        {
            File = file,
            Nonce = nonce,
        };
        // Discord.Net's timeout limits neither a request nor a wait, but the token does. Retries are left to the HTTP
        // client.
        var options = new RequestOptions
        {
            CancelToken = linked.Token,
            Timeout = int.MaxValue,
            RetryMode = RetryMode.RetryRatelimit,
        };
        try
        {
            return await call(options);
        }
        catch (DiscordException)
        {
            throw;
        }
        catch (Exception e) when (IsCanceled(e) && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (Exception e) when (IsCanceled(e) && limit.IsCancellationRequested)
        {
            throw new DiscordUnavailableException($"Discord did not answer {name} in time", e);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            throw new DiscordUnavailableException("The connection is closed", e);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // Discord.Net's own checks refused it, so it wasn't sent.
            throw new RequestRefusedException($"{name} (not sent)", HttpStatusCode.BadRequest, 0, e.Message, []);
        }
        catch (Newtonsoft.Json.JsonException e)
        {
            throw new DiscordUnavailableException($"Discord's response to {name} is invalid", e);
        }
        finally
        {
            DiscordNetCall.Current = null;
        }
    }

    private static bool IsCanceled(Exception exception) => exception is OperationCanceledException or TimeoutException;
}
