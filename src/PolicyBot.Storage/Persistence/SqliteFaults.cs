using Microsoft.Data.Sqlite;

namespace PolicyBot.Storage.Persistence;

/// <summary>
/// Explains SQLite's faults to the people who run the bot. The codes are those of sqlite.org/rescode.html.
/// </summary>
internal static class SqliteFaults
{
    public static string? Explain(Exception exception, string file, string folder) => exception switch
    {
        SqliteException e => Explain(e, file, folder),
        TimeoutException =>
            $"Another instance is still migrating the database {file}; stop it, and try again in a minute.",
        FileNotFoundException => DataFolder.FindProblem(folder)
            ?? $"The database {file} was deleted, so the bot creates an empty one; to restore a backup, stop the bot "
                + "first.",
        IOException or UnauthorizedAccessException => DataFolder.FindProblem(folder)
            ?? $"The data folder {folder} can't be used; check its disk, or set Storage:DataFolder to another folder.",
        // EF wraps exceptions while it saves or connects.
        { InnerException: { } inner } => Explain(inner, file, folder),
        _ => null,
    };

    private static string? Explain(SqliteException e, string file, string folder) => e.SqliteErrorCode switch
    {
        // A missing table or column. A wrong statement would fail in every test.
        1 =>
            $"The database {file} is missing the bot's tables, perhaps because it was replaced; try again, or move it "
                + "away.",
        3 or 23 => $"The bot isn't allowed to open the database {file}; let its user read and write it.",
        5 or 6 => $"The database {file} is locked by another program; close that, and try again.",
        8 => $"The database {file} is read-only; let the bot write to it and to its folder.",
        10 => $"The database {file} can't be read or written ({e.SqliteExtendedErrorCode}); check its disk.",
        11 or 26 =>
            $"The file {file} is damaged or not a database; restore a copy, or move it away to start with a new one.",
        13 => $"The database {file} can't grow because the disk is full; free some space.",
        14 => DataFolder.FindProblem(folder)
            ?? $"The database {file} can't be opened; let the bot read and write it, or change Storage:DataFolder.",
        _ => null,
    };
}
