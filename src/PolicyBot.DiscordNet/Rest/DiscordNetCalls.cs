using System.Net;
using Discord;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.DiscordNet.Rest;

/// <summary>Makes calls of the library: bounded in time, and with the port's exceptions.</summary>
internal sealed class DiscordNetCalls(TimeProvider time)
{
    /// <summary>How long a call may take that has no time of its own.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Makes a call that gives nothing back; as the other.</summary>
    public Task RunAsync(string name, Func<RequestOptions, Task> call, TimeSpan timeout, CancellationToken cancellationToken, OutgoingFile? file = null) =>
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
    /// <param name="name">How errors name it.</param>
    /// <param name="call">The call; it passes the options on to the library.</param>
    /// <param name="timeout">How long it may take in all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="file">The file that goes with the message, or null.</param>
    /// <param name="nonce">The name by which a message that is posted twice stays single, or null.</param>
    /// <exception cref="DiscordException">Discord did not do it.</exception>
    public async Task<T> RunAsync<T>(
        string name, Func<RequestOptions, Task<T>> call, TimeSpan timeout, CancellationToken cancellationToken, OutgoingFile? file = null, string? nonce = null)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var deadline = time.GetTimestamp() + (long)(timeout.TotalSeconds * time.TimestampFrequency);
        DiscordNetCall.Current = new DiscordNetCall(deadline, either.Token) { File = file, Nonce = nonce };
        // The library’s own timeout bounds neither a request nor a wait: the token does. What may be repeated, the client beneath repeats.
        var options = new RequestOptions { CancelToken = either.Token, Timeout = int.MaxValue, RetryMode = RetryMode.RetryRatelimit };
        try
        {
            return await call(options);
        }
        catch (DiscordException)
        {
            throw;
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException && limit.IsCancellationRequested)
        {
            throw new DiscordUnavailableException($"Discord did not answer {name} in time", e);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            throw new DiscordUnavailableException("The connection is closed", e);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            throw new RequestRefusedException($"{name} (unsent: by Discord.Net’s own checks)", HttpStatusCode.BadRequest, 0, e.Message, []);
        }
        catch (Newtonsoft.Json.JsonException e)
        {
            throw new DiscordUnavailableException($"Discord’s answer to {name} cannot be read", e);
        }
        finally
        {
            DiscordNetCall.Current = null;
        }
    }
}
