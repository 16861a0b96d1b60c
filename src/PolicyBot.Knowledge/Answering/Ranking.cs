namespace PolicyBot.Knowledge.Answering;

/// <summary>
/// The entries that are closest to a question, best first, with what was measured of each. Reused, one a thread.
/// </summary>
internal sealed class Ranking
{
    /// <summary>The most entries that are measured.</summary>
    public const int MaxMeasured = 6;

    [ThreadStatic]
    private static Ranking? _current;

    private readonly RankedEntry[] _answered = new RankedEntry[MaxMeasured];
    private RankedEntry _unanswered;

    /// <summary>The calling thread's own.</summary>
    public static Ranking Current => _current ??= new Ranking();

    /// <summary>How many entries that the article answers were measured; at least one.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the set lists unanswerable questions.</summary>
    public bool HasUnanswered { get; private set; }

    /// <summary>An entry that the article answers, by rank from 0.</summary>
    public ref readonly RankedEntry this[int rank] => ref _answered[rank];

    /// <summary>The closest unanswerable question; only if <see cref="HasUnanswered"/>.</summary>
    public ref readonly RankedEntry Unanswered => ref _unanswered;

    /// <summary>Forgets all entries.</summary>
    public void Clear() => (Count, HasUnanswered) = (0, false);

    /// <summary>Puts the surest first; of equally sure ones the order stays.</summary>
    public void SortByConfidence()
    {
        for (var i = 1; i < Count; i++)
        {
            var moved = _answered[i];
            var at = i;
            for (; at > 0 && _answered[at - 1].Confidence < moved.Confidence; at--) _answered[at] = _answered[at - 1];
            _answered[at] = moved;
        }
    }

    /// <summary>Appends an entry that the article answers.</summary>
    public void Add(in RankedEntry entry) => _answered[Count++] = entry;

    /// <summary>Sets the closest unanswerable question.</summary>
    public void SetUnanswered(in RankedEntry entry) => (_unanswered, HasUnanswered) = (entry, true);
}
