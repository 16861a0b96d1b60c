namespace PolicyBot.Storage.Backup;

/// <summary>The last line of a backup. Without it, the file is truncated.</summary>
/// <param name="Rows">The number of rows.</param>
/// <param name="Sha256">The hash of all lines before this one, in hexadecimal.</param>
internal sealed record BackupEnd(long Rows, string Sha256);
