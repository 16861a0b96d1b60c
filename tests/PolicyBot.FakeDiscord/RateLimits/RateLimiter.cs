using System.Text;

namespace PolicyBot.FakeDiscord.RateLimits;

/// <summary>Counts requests against Discord's rate limits.</summary>
internal sealed class RateLimiter
{
    private const int ManyWindows = 10_000;

    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly int _globalLimit;
    private readonly RateLimitWindow _global;
    private readonly Dictionary<(string Bucket, string Major), RateLimitWindow> _windows = [];

    public RateLimiter(FakeDiscordOptions options)
    {
        _time = options.TimeProvider;
        _globalLimit = options.GlobalPerSecond;
        _global = new RateLimitWindow(new RateLimitRule(_globalLimit, TimeSpan.FromSeconds(1)), _time);
    }

    /// <summary>An opaque name for the bucket of a route, like Discord's.</summary>
    public static string CreateBucketName(string method, string route)
    {
        var hash = 14695981039346656037UL;
        foreach (var value in Encoding.UTF8.GetBytes($"{method} {route}"))
            hash = (hash ^ value) * 1099511628211UL;
        return $"{hash:x16}{hash * 0x9E3779B97F4A7C15UL:x16}";
    }

    public RateLimitState Take(string bucket, string major, RateLimitRule rule, bool countsGlobally)
    {
        lock (_gate)
        {
            if (countsGlobally && !_global.TryTake())
                return new RateLimitState(true, "global", bucket, _globalLimit, 0, _global.ResetAfter, _time.GetUtcNow()
                    + _global.ResetAfter);
            if (!_windows.TryGetValue((bucket, major), out var window))
            {
                if (_windows.Count >= ManyWindows)
                    RemoveExpired();
                _windows[(bucket, major)] = window = new RateLimitWindow(rule, _time);
            }

            var isTaken = window.TryTake();
            var resetAfter = window.ResetAfter;
            return new RateLimitState(
                !isTaken, "user", bucket, rule.Limit, window.Remaining, resetAfter, _time.GetUtcNow() + resetAfter);
        }
    }

    private void RemoveExpired()
    {
        foreach (var (key, window) in _windows)
        {
            if (window.IsOver)
                _windows.Remove(key);
        }
    }
}
