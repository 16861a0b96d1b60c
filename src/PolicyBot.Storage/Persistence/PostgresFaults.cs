using System.Net.Sockets;
using Npgsql;

namespace PolicyBot.Storage.Persistence;

/// <summary>What PostgreSQL's faults mean to whoever runs the bot. The states are those of its manual's appendix A.</summary>
internal static class PostgresFaults
{
    public static string? Explain(Exception exception, NpgsqlConnectionStringBuilder server)
    {
        var place = $"{server.Host}:{server.Port}";
        return exception switch
        {
            PostgresException e => Explain(e, place, server),
            TimeoutException => $"PostgreSQL at {place} does not answer in time, or something there is locked; see what it is busy with, and try again.",
            NpgsqlException { InnerException: TimeoutException inner } => Explain(inner, server),
            NpgsqlException or SocketException or IOException =>
                $"PostgreSQL at {place} cannot be reached; start it, or mend the host and port in Storage:ConnectionString.",
            // EF wraps what goes wrong as it saves or connects.
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

    private static string? Explain(PostgresException e, string place, NpgsqlConnectionStringBuilder server) => e.SqlState switch
    {
        "28000" or "28P01" => $"PostgreSQL at {place} refuses the user {server.Username}; mend the user or password in Storage:ConnectionString.",
        "3D000" => $"PostgreSQL at {place} has no database {server.Database}; make it, or mend the name in Storage:ConnectionString.",
        "42501" => $"PostgreSQL at {place} does not let {server.Username} use the database {server.Database}; grant it.",
        "42P01" or "42703" => $"The database {server.Database} at {place} lacks what the bot keeps there; it was replaced while in use: try again.",
        "25006" => $"The database {server.Database} at {place} is read-only; connect to the primary server, or let it be written.",
        "53100" => $"The disk of PostgreSQL at {place} is full; make room there.",
        "53300" => $"PostgreSQL at {place} has too many connections; close some, or raise max_connections.",
        "40001" or "40P01" or "55P03" or "57014" => $"The database {server.Database} at {place} is locked by others; see what they do, and try again.",
        _ => e.SqlState[..2] switch
        {
            "08" or "55" or "57" => $"PostgreSQL at {place} takes no connections now ({e.SqlState}); see whether it is starting or stopping, and try again.",
            "53" or "58" or "XX" => $"PostgreSQL at {place} is short of something or damaged ({e.SqlState}); see its log.",
            _ => null,
        },
    };
}
