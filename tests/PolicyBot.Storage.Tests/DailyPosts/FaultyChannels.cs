using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Storage.Tests.DailyPosts;

/// <summary>
/// A channel with random faults, by a seed: posts that are sent without a response, or not sent; rate limits; refusals;
/// failing searches; and crashes of the bot before or after a post. As on Discord, a nonce is remembered only for some
/// minutes.
/// </summary>
internal sealed class FaultyChannels(Random random, double faults) : IDailyChannels, IClock
{
    /// <summary>The bot is killed after its post was sent.</summary>
    public const int KilledAfterItWasSent = 1;

    /// <summary>The post is sent, but there is no response.</summary>
    public const int NoAnswer = 2;

    private static readonly Duration NonceKept = Duration.FromMinutes(5);

    private readonly Lock _sync = new();
    private readonly List<(string Id, string Nonce, string? Mark, Instant At)> _messages = [];

    /// <summary>The time.</summary>
    public Instant Now { get; set; }

    /// <summary>Runs while a post is being sent; null for nothing.</summary>
    public Func<Task>? Meanwhile { get; set; }

    /// <summary>Whether anything goes wrong.</summary>
    public bool IsFaulty { get; set; } = true;

    /// <summary>The result of the next searches; null for what is there.</summary>
    public FindPostResult? SearchResult { get; set; }

    /// <summary>The number of notices that a post is paused.</summary>
    public int Told { get; private set; }

    /// <summary>The number of messages with a mark.</summary>
    public int Count(string mark)
    {
        lock (_sync) return _messages.Count(m => m.Mark == mark);
    }

    public Task<IReadOnlyList<string>?> GetMissingPermissionsAsync(
        string community, string channel, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>?>([]);

    public async Task<SendPostResult> PostAsync(
        string community, string channel, Reply reply, string nonce, CancellationToken cancellationToken)
    {
        if (Meanwhile is { } meanwhile) await meanwhile();
        lock (_sync)
        {
            switch (IsFaulty && random.NextDouble() < faults ? random.Next(6) : -1)
            {
                case 0:
                    throw new KilledException("before it was sent");
                case KilledAfterItWasSent:
                    Accept(reply, nonce);
                    throw new KilledException("after it was sent");
                case NoAnswer:
                    Accept(reply, nonce);
                    return NoResponse(Duration.FromSeconds(30));
                case 3:
                    return NoResponse(Duration.FromSeconds(30));
                case 4:
                    return NoResponse(Duration.FromMinutes(20));
                case 5:
                    return new SendPostResult.Failed(
                        new ChannelFailure("The bot may not write here.", RetryAfter: null));
                default:
                    return new SendPostResult.Posted(Accept(reply, nonce));
            }
        }
    }

    public Task<FindPostResult> FindAsync(
        string community, string channel, string mark, Instant earliest, Instant latest,
        CancellationToken cancellationToken)
    {
        lock (_sync)
        {
            if (SearchResult is { } result) return Task.FromResult(result);
            if (IsFaulty && random.NextDouble() < faults / 2)
            {
                var failure = random.Next(3) == 0
                    ? new ChannelFailure("The bot may not read here.", RetryAfter: null)
                    : new ChannelFailure("Nobody responded.", Duration.FromMinutes(1));
                return Task.FromResult<FindPostResult>(new FindPostResult.Failed(failure));
            }

            var found = _messages.FirstOrDefault(m => m.Mark == mark && m.At >= earliest && m.At <= latest);
            return Task.FromResult<FindPostResult>(
                found.Id is { } id ? new FindPostResult.Found(id) : new FindPostResult.NotFound());
        }
    }

    public Task<bool> NotifyAsync(
        string community, string user, Reply reply, string nonce, CancellationToken cancellationToken)
    {
        lock (_sync) Told++;
        return Task.FromResult(true);
    }

    public Instant GetCurrentInstant() => Now;

    private static SendPostResult.Failed NoResponse(Duration retryAfter) =>
        new(new ChannelFailure("Nobody responded.", retryAfter));

    private string Accept(Reply reply, string nonce)
    {
        var known = _messages.FirstOrDefault(m => m.Nonce == nonce && Now - m.At < NonceKept);
        if (known.Id is not null) return known.Id;
        _messages.Add(($"m{_messages.Count}", nonce, reply.Actions[0].Request.GetOption("day"), Now));
        return _messages[^1].Id;
    }
}
