namespace PolicyBot.ConsoleChat;

/// <summary>The process's standard input.</summary>
internal static class StandardInput
{
    private const string Descriptors = "/proc/self/fd";
    private const string DescriptorInfo = "/proc/self/fdinfo";
    private const string AnonymousPrefix = "anon_inode:";
    private const string PipePrefix = "pipe:";

    // Standard input, output and error.
    private const int StandardCount = 3;

    /// <summary>Opens it; empty if the process was started with its standard input closed.</summary>
    public static Stream Open() => IsClosed() ? Stream.Null : Console.OpenStandardInput();

    // If it was closed, .NET has got its descriptor for something of its own, and reading that would never end. Other
    // systems than Linux don't tell.
    private static bool IsClosed()
    {
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            return GetTarget(0) is not { } target
                || target.StartsWith(AnonymousPrefix, StringComparison.Ordinal)
                || (target.StartsWith(PipePrefix, StringComparison.Ordinal) && HasOtherEnd(target));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without /proc, it is taken for open.
            return false;
        }
    }

    // Whether this process itself could write into the pipe.
    private static bool HasOtherEnd(string pipe) => Directory.EnumerateFileSystemEntries(Descriptors)
        .Select(Path.GetFileName)
        .Any(name => int.TryParse(name, out var descriptor)
            && descriptor >= StandardCount
            && GetTarget(descriptor) == pipe
            && IsWritable(descriptor));

    // The last octal digit of the flags is the access mode: 1 for writing.
    private static bool IsWritable(int descriptor) => File.ReadLines($"{DescriptorInfo}/{descriptor}")
        .Any(line => line.StartsWith("flags:", StringComparison.Ordinal) && line.EndsWith('1'));

    private static string? GetTarget(int descriptor) => new FileInfo($"{Descriptors}/{descriptor}").LinkTarget;
}
