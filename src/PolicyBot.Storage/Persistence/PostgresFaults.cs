using System.Net.Sockets;
using Npgsql;

namespace PolicyBot.Storage.Persistence;

/// <summary>
/// Explains PostgreSQL's faults to the people who run the bot. The codes are those of its manual's appendix A.
/// </summary>
internal static class PostgresFaults
{
    public static string? Explain(Exception exception, NpgsqlConnectionStringBuilder server)
    {
        var address = $"{server.Host}:{server.Port}";
        return exception switch
        {
            PostgresException e => Explain(e, address, server.Database, server.Username),
            TimeoutException =>
                $"PostgreSQL at {address} doesn't respond, or its tables are locked; check its activity.",
            NpgsqlException { InnerException: TimeoutException inner } => Explain(inner, server),
            NpgsqlException or SocketException or IOException =>
                $"PostgreSQL at {address} can't be reached; start it, or fix Host and Port in "
                    + "Storage:ConnectionString.",
            // EF wraps exceptions while it saves or connects.
            { InnerException: { } inner } => Explain(inner, server),
            _ => null,
        };
    }

    public static bool IsDeadConnection(Exception exception) => exception switch
    {
        PostgresException e => e.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown,
        NpgsqlException e => e.InnerException is IOException or SocketException,
        { InnerException: { } inner } => IsDeadConnection(inner),
        _ => false,
    };

    private static string? Explain(PostgresException e, string address, string? database, string? user)
    {
        var where = $"{database} at {address}";
        return e.SqlState switch
        {
            "28000" or "28P01" =>
                $"PostgreSQL at {address} refuses the user {user}; fix the user or password in "
                    + "Storage:ConnectionString.",
            "3D000" =>
                $"PostgreSQL at {address} has no database {database}; create it, or fix Storage:ConnectionString.",
            "42501" => $"PostgreSQL at {address} doesn't let {user} use the database {database}; grant access.",
            "42P01" or "42703" =>
                $"The database {where} is missing the bot's tables, perhaps because it was replaced; try again.",
            "25006" => $"The database {where} is read-only; connect to the primary server, or make it writable.",
            "53100" => $"The disk of PostgreSQL at {address} is full; free some space.",
            "53300" => $"PostgreSQL at {address} has too many connections; close some, or raise max_connections.",
            "40001" or "40P01" or "55P03" or "57014" =>
                $"The database {where} is locked by other programs; check their activity, and try again.",
            _ => e.SqlState[..2] switch
            {
                "08" or "55" or "57" =>
                    $"PostgreSQL at {address} accepts no connections now ({e.SqlState}); it may be starting or "
                        + "stopping.",
                "53" or "58" or "XX" =>
                    $"PostgreSQL at {address} is damaged or out of resources ({e.SqlState}); see its log.",
                _ => null,
            },
        };
    }
}
