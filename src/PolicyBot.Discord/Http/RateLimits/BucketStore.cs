using System.Collections.Concurrent;

namespace PolicyBot.Discord.Http.RateLimits;

/// <summary>The buckets that are in use. Two routes of which Discord names the same bucket share it. Safe for many threads.</summary>
/// <param name="time">The clock.</param>
internal sealed class BucketStore(TimeProvider time)
{
    // Every interaction's follow-ups have buckets of their own, so idle ones are dropped now and then.
    private const int SweepAbove = 1000;

    private readonly ConcurrentDictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Bucket, string Major), Bucket> buckets = new();
    private int nextSweep = SweepAbove;

    /// <summary>The bucket of a request.</summary>
    public Bucket For(DiscordRequest request)
    {
        if (buckets.Count > Volatile.Read(ref nextSweep)) Sweep();
        return buckets.GetOrAdd((names.GetValueOrDefault(request.Name, request.Name), request.Major), _ => new Bucket(time));
    }

    /// <summary>Takes note of the bucket that Discord named for a request.</summary>
    public void Learn(DiscordRequest request, string name, Bucket bucket)
    {
        if (!names.TryAdd(request.Name, name)) names[request.Name] = name;
        buckets.TryAdd((name, request.Major), bucket);
    }

    private void Sweep()
    {
        foreach (var (key, bucket) in buckets)
        {
            if (bucket.IsIdle) buckets.TryRemove(new(key, bucket));
        }

        // Where most of them are in use, the next sweep can wait until there are many more.
        Volatile.Write(ref nextSweep, Math.Max(SweepAbove, 2 * buckets.Count));
    }
}
