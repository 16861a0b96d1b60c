using System.Runtime.Intrinsics;

namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// How often each letter is in a text, up to 255 times. Letters that share a slot are added up, which can only make two
/// texts more similar.
/// </summary>
internal readonly struct LetterCounts
{
    private readonly Vector256<byte> _counts;

    /// <summary>Counts the letters of a text.</summary>
    public LetterCounts(ReadOnlySpan<char> text)
    {
        Span<byte> counts = stackalloc byte[Vector256<byte>.Count];
        counts.Clear();
        foreach (var c in text)
        {
            ref var count = ref counts[c & 31];
            if (count < byte.MaxValue) count++;
        }

        _counts = Vector256.Create<byte>(counts);
    }

    /// <summary>Gets the number of letters that only one of the texts has, with repetitions; at least.</summary>
    public int GetDifference(in LetterCounts other)
    {
        var (low, high) = Vector256.Widen(
            Vector256.Max(_counts, other._counts) - Vector256.Min(_counts, other._counts));
        return Vector256.Sum(low + high);
    }
}
