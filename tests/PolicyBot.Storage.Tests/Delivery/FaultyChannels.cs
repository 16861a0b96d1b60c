using NodaTime;
using PolicyBot.Chat.Daily;
using PolicyBot.Chat.Replies;

namespace PolicyBot.Storage.Tests.Delivery;

/// <summary>
/// A channel of a platform on which much goes wrong, by a seeded random source: posts that get through without word of it, that do not, limits, looks
/// that fail, and crashes of the bot on either side of a post. As on Discord, a nonce is known for some minutes only.
/// </summary>
internal sealed class FaultyChannels(Random random, double faults) : IDailyChannels
{
    private static readonly Duration NonceKept = Duration.FromMinutes(5);

    private readonly Lock sync = new();
    private readonly List<(string Id, string Nonce, string? Mark, Instant At)> messages = [];

    /// <summary>The time.</summary>
    public Instant Now { get; set; }

    /// <summary>Whether anything goes wrong.</summary>
    public bool IsFaulty { get; set; } = true;

    /// <summary>How many messages bear a mark.</summary>
    public int Count(string mark)
    {
        lock (sync) return messages.Count(m => m.Mark == mark);
    }

    public Task<IReadOnlyList<string>?> MissingRightsAsync(string channel, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>?>([]);

    public Task<PostOutcome> PostAsync(string channel, Reply reply, string nonce, CancellationToken cancellationToken)
    {
        lock (sync)
        {
            switch (IsFaulty && random.NextDouble() < faults ? random.Next(5) : -1)
            {
                case 0:
                    throw new OperationCanceledException("killed before it was sent");
                case 1:
                    Accept(reply, nonce);
                    throw new OperationCanceledException("killed after it was sent");
                case 2:
                    Accept(reply, nonce);
                    return Task.FromResult<PostOutcome>(new PostOutcome.Unknown(Duration.FromSeconds(30)));
                case 3:
                    return Task.FromResult<PostOutcome>(new PostOutcome.Unknown(Duration.FromSeconds(30)));
                case 4:
                    return Task.FromResult<PostOutcome>(new PostOutcome.Unknown(Duration.FromMinutes(20)));
                default:
                    return Task.FromResult<PostOutcome>(new PostOutcome.Posted(Accept(reply, nonce)));
            }
        }
    }

    public Task<LookOutcome> FindAsync(string channel, string mark, CancellationToken cancellationToken)
    {
        lock (sync)
        {
            if (IsFaulty && random.NextDouble() < faults / 2) return Task.FromResult<LookOutcome>(new LookOutcome.Unknown());
            return Task.FromResult<LookOutcome>(messages.FirstOrDefault(m => m.Mark == mark) is { Id: { } id } ? new LookOutcome.Found(id) : new LookOutcome.NotThere());
        }
    }

    private string Accept(Reply reply, string nonce)
    {
        var known = messages.FirstOrDefault(m => m.Nonce == nonce && Now - m.At < NonceKept);
        if (known.Id is not null) return known.Id;
        messages.Add(($"m{messages.Count}", nonce, reply.Actions[0].Invocation.Option("day"), Now));
        return messages[^1].Id;
    }
}
