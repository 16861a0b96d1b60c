namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>64-bit hashes by which words and features are known; FNV-1a with a final mix (Murmur3's), so that low bits are usable as they are.</summary>
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

    /// <summary>A hash of an ordered pair; never 0.</summary>
    public static ulong Combine(ulong first, ulong second, char group) => Mix(((first ^ group) * Prime) + second);

    private static ulong Mix(ulong h)
    {
        h = (h ^ (h >> 33)) * 0xff51afd7ed558ccd;
        h = (h ^ (h >> 33)) * 0xc4ceb9fe1a85ec53;
        h ^= h >> 33;
        return h == 0 ? 1 : h;
    }
}
