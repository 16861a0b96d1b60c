namespace PolicyBot.Storage.Persistence;

/// <summary>Finds out what is wrong with the data folder.</summary>
internal static class DataFolder
{
    private const string Fix = "let the bot write there, or set Storage:DataFolder to another folder.";

    // SQLite's log is shared memory of one machine, and these drives are shared by several, or don't lock files.
    private static readonly HashSet<string> NetworkTypes = new(
        [
            "9p", "afs", "ceph", "cifs", "davfs", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.sshfs",
            "glusterfs", "lustre", "nfs", "nfs4", "smb3", "smbfs",
        ],
        StringComparer.Ordinal);

    /// <summary>Tries to write to the folder, and to create it if it is missing.</summary>
    /// <returns>Why that fails and the fix, in one line; null if it works.</returns>
    public static string? FindProblem(string folder)
    {
        if (FindFile(folder) is { } file)
            return $"The data folder {folder} can't be created, because {file} is a file; remove it, or {Fix}";
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"The data folder {folder} can't be created ({GetReason(e)}); {Fix}";
        }

        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Options = FileOptions.DeleteOnClose,
            };
            using var probe = new FileStream(Path.Combine(folder, $".{Path.GetRandomFileName()}"), options);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"The data folder {folder} can't be written to ({GetReason(e)}); {Fix}";
        }
    }

    /// <summary>Returns the type of the network drive that the folder is on, or null if it is on none.</summary>
    public static string? FindNetworkDrive(string folder)
    {
        if (!OperatingSystem.IsLinux()) return IsOnNetwork(folder) ? "network drive" : null;
        try
        {
            var type = FindFileSystem(File.ReadAllText("/proc/self/mountinfo"), ResolveLinks(folder));
            return type is not null && NetworkTypes.Contains(type) ? type : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Then it can't be found out, which is no reason to stop.
            return null;
        }
    }

    /// <summary>Finds the type of the file system of a path.</summary>
    /// <param name="mounts">The text of /proc/self/mountinfo, which proc(5) describes.</param>
    /// <param name="path">The full path, without links.</param>
    public static string? FindFileSystem(string mounts, string path)
    {
        (string Folder, string? Type) deepest = ("", null);
        foreach (var line in mounts.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = line.Split(' ');
            var separator = Array.IndexOf(fields, "-");
            if (separator < 5 || separator + 1 >= fields.Length) continue;
            // A later mount hides an earlier one.
            var mounted = Unescape(fields[4]).TrimEnd('/');
            var isOn = path == mounted || path.StartsWith($"{mounted}/", StringComparison.Ordinal);
            if (isOn && mounted.Length >= deepest.Folder.Length) deepest = (mounted, fields[separator + 1]);
        }

        return deepest.Type;
    }

    private static bool IsOnNetwork(string folder)
    {
        try
        {
            return new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folder)! : folder).DriveType
                == DriveType.Network;
        }
        catch (ArgumentException)
        {
            // A path such as \\server\share has no drive.
            return true;
        }
    }

    private static string ResolveLinks(string folder)
    {
        var resolved = Path.GetPathRoot(folder)!;
        foreach (var name in folder.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            resolved = Path.Combine(resolved, name);
            if (new DirectoryInfo(resolved).ResolveLinkTarget(returnFinalTarget: true) is { } target)
                resolved = target.FullName;
        }

        return resolved;
    }

    // The kernel writes these four characters in octal.
    private static string Unescape(string path) => path
        .Replace("\\040", " ", StringComparison.Ordinal)
        .Replace("\\011", "\t", StringComparison.Ordinal)
        .Replace("\\012", "\n", StringComparison.Ordinal)
        .Replace("\\134", "\\", StringComparison.Ordinal);

    // The folder itself, or the one above it that exists.
    private static string? FindFile(string folder)
    {
        for (var path = folder; path is not null; path = Path.GetDirectoryName(path))
        {
            if (File.Exists(path)) return path;
            if (Directory.Exists(path)) return null;
        }

        return null;
    }

    private static string GetReason(Exception e) => e.Message.TrimEnd('.');
}
