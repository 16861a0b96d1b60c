using System.Text;

namespace PolicyBot.Discord.Testing.RateLimits;

/// <summary>Counts requests against Discord's limits.</summary>
internal sealed class RateLimiter
{
    private const int ManyWindows = 10_000;

    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly int globalLimit;
    private readonly RateLimitWindow global;
    private readonly Dictionary<(string Bucket, string Major), RateLimitWindow> windows = [];

    public RateLimiter(DiscordServerOptions options)
    {
        time = options.TimeProvider;
        globalLimit = options.GlobalPerSecond;
        global = new RateLimitWindow(new RateLimitRule(globalLimit, TimeSpan.FromSeconds(1)), time);
    }

    /// <summary>A name for a route's limit that tells nothing of the route, as Discord's do.</summary>
    public static string BucketOf(string method, string route)
    {
        var hash = 14695981039346656037UL;
        foreach (var value in Encoding.UTF8.GetBytes($"{method} {route}"))
            hash = (hash ^ value) * 1099511628211UL;
        return $"{hash:x16}{hash * 0x9E3779B97F4A7C15UL:x16}";
    }

    public RateLimitState Take(string bucket, string major, RateLimitRule rule, bool countsGlobally)
    {
        lock (gate)
        {
            if (countsGlobally && !global.TryTake())
                return new RateLimitState(true, "global", bucket, globalLimit, 0, global.ResetAfter, time.GetUtcNow() + global.ResetAfter);
            if (!windows.TryGetValue((bucket, major), out var window))
            {
                if (windows.Count >= ManyWindows)
                    ForgetOld();
                windows[(bucket, major)] = window = new RateLimitWindow(rule, time);
            }

            var isTaken = window.TryTake();
            var resetAfter = window.ResetAfter;
            return new RateLimitState(
                !isTaken, "user", bucket, rule.Limit, window.Remaining, resetAfter, time.GetUtcNow() + resetAfter);
        }
    }

    private void ForgetOld()
    {
        foreach (var (key, window) in windows)
        {
            if (window.IsOver)
                windows.Remove(key);
        }
    }
}
