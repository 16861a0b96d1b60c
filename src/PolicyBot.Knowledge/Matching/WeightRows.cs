using System.Numerics;
using System.Runtime.InteropServices;

namespace PolicyBot.Knowledge.Matching;

/// <summary>
/// The rows of a matrix of weights, each with the square of its feature. A row that has a weight for many entries is
/// stored with all its zeros, which is faster to add; everything of a row is stored together, because most questions
/// find the rows of an article in no cache.
/// </summary>
internal sealed class WeightRows
{
    // Rows that are at least a quarter full are stored with their zeros; that takes no more memory in all.
    private const int DenseShare = 4;

    private readonly Header[] _headers;
    private readonly float[] _dense;
    private readonly (int Entry, float Weight)[] _sparse;
    private readonly int _entries;

    /// <summary>Copies rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="squares">The square of each row's feature.</param>
    /// <param name="entries">The number of entries.</param>
    public WeightRows(SparseRows rows, float[] squares, int entries)
    {
        _entries = entries;
        _headers = new Header[squares.Length];
        var (dense, sparse) = (0, 0);
        for (var row = 0; row < squares.Length; row++)
        {
            var length = rows.GetEntries(row).Length;
            var isDense = length * DenseShare >= entries;
            _headers[row] = new Header(isDense ? dense : sparse, isDense ? Header.Dense : length, squares[row]);
            if (isDense) dense += entries;
            else sparse += length;
        }

        (_dense, _sparse) = (new float[dense], new (int, float)[sparse]);
        for (var row = 0; row < squares.Length; row++)
        {
            var to = rows.GetEntries(row);
            var what = rows.GetWeights(row);
            ref readonly var header = ref _headers[row];
            for (var i = 0; i < to.Length; i++)
            {
                if (header.Length == Header.Dense) _dense[header.Start + to[i]] = what[i];
                else _sparse[header.Start + i] = (to[i], what[i]);
            }
        }
    }

    /// <summary>Adds a row to the scores and returns the square of its feature.</summary>
    public float AddTo(int row, Span<float> scores)
    {
        ref readonly var header = ref _headers[row];
        if (header.Length == Header.Dense)
        {
            AddDense(_dense.AsSpan(header.Start, _entries), scores);
        }
        else
        {
            foreach (ref readonly var item in _sparse.AsSpan(header.Start, header.Length))
                scores[item.Entry] += item.Weight;
        }

        return header.Square;
    }

    // The sums are those of adding one weight after the other.
    private static void AddDense(ReadOnlySpan<float> weights, Span<float> scores)
    {
        scores = scores[..weights.Length];
        var from = MemoryMarshal.Cast<float, Vector<float>>(weights);
        var to = MemoryMarshal.Cast<float, Vector<float>>(scores);
        for (var i = 0; i < from.Length; i++) to[i] += from[i];
        for (var i = from.Length * Vector<float>.Count; i < weights.Length; i++) scores[i] += weights[i];
    }

    private readonly record struct Header(int Start, int Length, float Square)
    {
        // In place of a length.
        public const int Dense = -1;
    }
}
