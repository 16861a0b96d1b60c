namespace PolicyBot.Storage.Persistence;

/// <summary>A backup is being restored, so nobody else may use the database.</summary>
internal sealed class RestoreRunningException() : Exception(
    "A backup is being restored into the database; try again when that is done.");
