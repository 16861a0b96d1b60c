using System.Runtime.InteropServices;

namespace PolicyBot.Storage.Tests.Support;

/// <summary>Runs calls as a user whom files' permissions bind, which root is not.</summary>
internal static class WithoutPrivileges
{
    private const int Nobody = 65534;

    /// <summary>
    /// Runs a call on a thread of its own; it must not leave that but for threads which that one starts, as SQLite's do
    /// not.
    /// </summary>
    public static Task RunAsync(Func<Task> call)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                // Of this thread and those that it starts, and gone with them.
                if (Environment.IsPrivilegedProcess) _ = SetFileSystemUser(Nobody);
                call().GetAwaiter().GetResult();
                done.SetResult();
            }
#pragma warning disable CA1031 // It is handed on whole.
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
