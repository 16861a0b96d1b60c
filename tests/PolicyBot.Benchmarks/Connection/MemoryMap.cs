using System.Globalization;

namespace PolicyBot.Benchmarks.Connection;

/// <summary>What the resident memory of a process consists of, by <c>/proc/PID/smaps</c>.</summary>
internal static class MemoryMap
{
    /// <summary>Adds up the resident memory by kind, in bytes, largest first.</summary>
    public static IReadOnlyList<(string Kind, long Resident)> Read(int process)
    {
        var sums = new Dictionary<string, long>(StringComparer.Ordinal);
        var kind = "";
        foreach (var line in File.ReadLines($"/proc/{process}/smaps"))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words[0].Contains('-', StringComparison.Ordinal))
                kind = GetKind(words.Length > 5 ? words[5] : "", words[1]);
            else if (words[0] == "Rss:")
                sums[kind] = sums.GetValueOrDefault(kind) + (1024 * long.Parse(words[1], CultureInfo.InvariantCulture));
        }

        return [.. sums.Select(s => (s.Key, s.Value)).OrderByDescending(s => s.Value)];
    }

    private static string GetKind(string path, string access) => Path.GetFileName(path) switch
    {
        "libcoreclr.so" or "libclrjit.so" or "libclrgc.so" => "runtime",
        var name when name.StartsWith("libicu", StringComparison.Ordinal) => "ICU",
        var name when name.EndsWith(".so", StringComparison.Ordinal)
            || name.Contains(".so.", StringComparison.Ordinal) => "native libraries",
        var name when name.EndsWith(".dll", StringComparison.Ordinal) => "assemblies",
        "sentence-encoder.bin" => "encoder's file",
        "[heap]" => "native heap",
        var name when name.StartsWith("memfd:doublemapper", StringComparison.Ordinal) => "compiled code",
        "" when access.StartsWith("rw", StringComparison.Ordinal) => "managed heaps and other memory",
        _ => "other",
    };
}
