using Microsoft.Data.Sqlite;

namespace PolicyBot.Storage.Persistence;

/// <summary>What SQLite's faults mean to whoever runs the bot. The codes are those of sqlite.org/rescode.html.</summary>
internal static class SqliteFaults
{
    public static string? Explain(Exception exception, string file, string folder) => exception switch
    {
        SqliteException e => Explain(e, file, folder),
        TimeoutException => $"The database {file} is being changed by another instance that does not finish; stop that one, and try again in a minute.",
        FileNotFoundException => $"The database {file} is gone. A new one, which holds nothing, is made from here on; to have the old one back, stop the bot and put a copy in its place.",
        IOException or UnauthorizedAccessException => $"The data folder {folder} cannot be made; name one in Storage:DataFolder that the bot may write to.",
        // EF wraps what goes wrong as it saves or connects.
        { InnerException: { } inner } => Explain(inner, file, folder),
        _ => null,
    };

    private static string? Explain(SqliteException e, string file, string folder) => e.SqliteErrorCode switch
    {
        // Here only a table or column that is not there; a wrong statement of the bot's would show in every test.
        1 => $"The database {file} lacks what the bot keeps there; it was replaced while in use, or is not the bot's: try again, or move it away.",
        3 or 23 => $"The database {file} may not be opened; let the bot read and write it.",
        5 or 6 => $"The database {file} is locked by another program; close that, and try again.",
        8 => $"The database {file} is read-only; let the bot write to it and to its folder.",
        10 => $"The database {file} cannot be read or written ({e.SqliteExtendedErrorCode}); see to its disk.",
        11 or 26 => $"The file {file} is damaged or no database; put a copy of it back, or move it away to start anew.",
        13 => $"The database {file} cannot grow, for the disk is full; make room there.",
        14 => $"The database {file} cannot be opened; let the bot write to the folder {folder}, or name another in Storage:DataFolder.",
        _ => null,
    };
}
