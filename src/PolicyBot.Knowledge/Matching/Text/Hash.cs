namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// Computes 64-bit hashes of words and features: FNV-1a with the final mix of Murmur3, so that the low bits are usable
/// directly.
/// </summary>
internal static class Hash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Compute(ReadOnlySpan<char> text, char group)
    {
        var h = (Offset ^ group) * Prime;
        foreach (var c in text) h = (h ^ c) * Prime;
        return Mix(h);
    }

    /// <summary>Computes the hash of an ordered pair; never 0.</summary>
    public static ulong Combine(ulong first, ulong second, char group) => Mix(((first ^ group) * Prime) + second);

    private static ulong Mix(ulong h)
    {
        h = (h ^ (h >> 33)) * 0xff51afd7ed558ccd;
        h = (h ^ (h >> 33)) * 0xc4ceb9fe1a85ec53;
        h ^= h >> 33;
        return h == 0 ? 1 : h;
    }
}
