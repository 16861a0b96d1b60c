namespace PolicyBot.Knowledge.Answering;

/// <summary>The entries closest to a question, best first, with their features. Reused, one per thread.</summary>
internal sealed class Ranking
{
    /// <summary>The maximum number of measured entries.</summary>
    public const int MaxMeasured = 6;

    [ThreadStatic]
    private static Ranking? _current;

    private readonly RankedEntry[] _answerable = new RankedEntry[MaxMeasured];
    private RankedEntry _unanswerable;

    /// <summary>The calling thread's instance.</summary>
    public static Ranking Current => _current ??= new Ranking();

    /// <summary>The number of measured answerable entries; at least one.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// Whether an entry without an answer was measured: the set has one, and the ranking is not a quick one.
    /// </summary>
    public bool HasUnanswerable { get; private set; }

    /// <summary>An answerable entry, by rank from 0.</summary>
    public ref readonly RankedEntry this[int rank] => ref _answerable[rank];

    /// <summary>
    /// The closest entry without an answer, unanswerable or withheld; only if <see cref="HasUnanswerable"/>.
    /// </summary>
    public ref readonly RankedEntry Unanswerable => ref _unanswerable;

    /// <summary>Removes all entries.</summary>
    public void Clear() => (Count, HasUnanswerable) = (0, false);

    /// <summary>Sorts by descending confidence; stable.</summary>
    public void SortByConfidence()
    {
        for (var i = 1; i < Count; i++)
        {
            var moved = _answerable[i];
            var at = i;
            for (; at > 0 && _answerable[at - 1].Confidence < moved.Confidence; at--)
                _answerable[at] = _answerable[at - 1];
            _answerable[at] = moved;
        }
    }

    /// <summary>Appends an answerable entry.</summary>
    public void Add(in RankedEntry entry) => _answerable[Count++] = entry;

    /// <summary>Sets the closest entry without an answer.</summary>
    public void SetUnanswerable(in RankedEntry entry) => (_unanswerable, HasUnanswerable) = (entry, true);
}
