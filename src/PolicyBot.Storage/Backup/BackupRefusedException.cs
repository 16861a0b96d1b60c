namespace PolicyBot.Storage.Backup;

/// <summary>A file can't be restored, or a database can't be backed up or replaced.</summary>
/// <param name="message">What is wrong and the fix, in one line.</param>
internal sealed class BackupRefusedException(string message) : Exception(message);
