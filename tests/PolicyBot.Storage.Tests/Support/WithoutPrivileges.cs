using System.Runtime.InteropServices;

namespace PolicyBot.Storage.Tests.Support;

/// <summary>Runs calls as a user who is subject to file permissions, unlike root.</summary>
internal static class WithoutPrivileges
{
    private const int Nobody = 65534;

    /// <summary>
    /// Runs a call on a separate thread. The call may use only that thread and those that it starts, as SQLite's do.
    /// </summary>
    public static Task RunAsync(Func<Task> call)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                // Applies to this thread and those that it starts, and ends with them.
                if (Environment.IsPrivilegedProcess) _ = SetFileSystemUser(Nobody);
                // The user belongs to this thread, so it must not be given up while the call runs.
                call().GetAwaiter().GetResult();
                done.SetResult();
            }
#pragma warning disable CA1031 // The awaiting test gets it.
            catch (Exception e)
#pragma warning restore CA1031
            {
                done.SetException(e);
            }
        }).Start();
        return done.Task;
    }

    [DllImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetFileSystemUser(int user);
}
