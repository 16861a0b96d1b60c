using System.Globalization;

namespace PolicyBot.Benchmarks.Connection;

/// <summary>Counts the results of what members did. Thread-safe.</summary>
internal sealed class SoakTally
{
    private static readonly int Uses = Enum.GetValues<SoakUse>().Length;

    private readonly long _start = TimeProvider.System.GetTimestamp();
    private readonly Lock _sync = new();
    private readonly int[] _answered = new int[Uses];
    private readonly int[] _disconnected = new int[Uses];
    private readonly List<string> _losses = [];
    private int _refused;
    private int _lost;

    /// <summary>What got no answer, or an apology, without such a reason.</summary>
    public int Lost => Read(() => _lost);

    /// <summary>When the first losses were found, and what they were.</summary>
    public IReadOnlyList<string> Losses => Read(() => _losses.ToList());

    /// <summary>How many of this kind were answered.</summary>
    public int GetAnswered(SoakUse use) => Read(() => _answered[(int)use]);

    /// <summary>How many of this kind got no answer while the connection was interrupted.</summary>
    public int GetDisconnected(SoakUse use) => Read(() => _disconnected[(int)use]);

    /// <summary>Counts answers.</summary>
    public void AddAnswered(SoakUse use, int count = 1)
    {
        lock (_sync) _answered[(int)use] += count;
    }

    /// <summary>Counts refusals for the limits.</summary>
    public void AddRefused(int count)
    {
        lock (_sync) _refused += count;
    }

    /// <summary>Counts what got no answer while the connection was interrupted.</summary>
    public void AddDisconnected(SoakUse use, int count = 1)
    {
        lock (_sync) _disconnected[(int)use] += count;
    }

    /// <summary>Counts what got no answer, or an apology.</summary>
    /// <param name="what">What it was.</param>
    /// <param name="count">How many.</param>
    public void AddLost(string what, int count = 1)
    {
        const int MaxLosses = 20;
        var at = TimeProvider.System.GetElapsedTime(_start);
        lock (_sync)
        {
            _lost += count;
            if (_losses.Count < MaxLosses)
                _losses.Add(string.Create(CultureInfo.InvariantCulture, $"{at:hh\\:mm\\:ss\\.f} {what}"));
        }
    }

    /// <summary>All counts in one line.</summary>
    public override string ToString()
    {
        lock (_sync)
        {
            return $"answered {_answered.Sum()}, refused for limits {_refused}, "
                + $"unanswered while disconnected {_disconnected.Sum()}, lost {_lost}";
        }
    }

    private T Read<T>(Func<T> read)
    {
        lock (_sync) return read();
    }
}
