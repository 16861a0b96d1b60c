using System.ComponentModel;
using System.Diagnostics;
using Npgsql;

namespace PolicyBot.TestUtilities;

/// <summary>
/// A PostgreSQL server for the test run. It listens only on a socket in a temporary folder, and is stopped and deleted
/// with it.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    public const string Password = "correct-horse-7419";
    private const string User = "policybot";

    // The server refuses to run as root.
    private static readonly string[] Unprivileged = ["postgres", "nobody"];

    private readonly Lazy<Task<string?>> _started;
    private readonly Lock _sync = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policybot-pg");
    private Task<string>? _migrated;
    private string? _tools;
    private int _databases;

    public PostgresServer()
    {
        _started = new(() => Task.Run(StartAsync));
        // Also if the run is canceled.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();
    }

    public string SocketFolder => _folder.FullName;

    /// <summary>Skips the test if there is no PostgreSQL.</summary>
    public async Task RequireAsync()
    {
        if (await _started.Value is { } reason) Assert.Skip($"skipped, because PostgreSQL is not here: {reason}");
    }

    /// <summary>Creates a database without tables.</summary>
    public async Task<NpgsqlConnectionStringBuilder> CreateEmptyAsync()
    {
        await RequireAsync();
        return await CreateAsync("template0");
    }

    /// <summary>Creates a migrated database.</summary>
    /// <param name="migrate">Migrates an empty database, once for all tests of the run.</param>
    public async Task<NpgsqlConnectionStringBuilder> CreateMigratedAsync(
        Func<NpgsqlConnectionStringBuilder, Task> migrate)
    {
        await RequireAsync();
        lock (_sync) _migrated ??= MigrateAsync(migrate);
        return await CreateAsync(await _migrated);
    }

    public NpgsqlConnectionStringBuilder Connection(string database) =>
        new() { Host = SocketFolder, Database = database, Username = User, Password = Password, MaxPoolSize = 20 };

    public static async Task ExecuteAsync(NpgsqlConnectionStringBuilder server, string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        Stop();
        return ValueTask.CompletedTask;
    }

    private async Task<NpgsqlConnectionStringBuilder> CreateAsync(string template)
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync(Connection("postgres"), $"CREATE DATABASE {name} TEMPLATE {template}");
        return Connection(name);
    }

    private async Task<string> MigrateAsync(Func<NpgsqlConnectionStringBuilder, Task> migrate)
    {
        var template = await CreateEmptyAsync();
        await migrate(template);
        return template.Database!;
    }

    private async Task<string?> StartAsync()
    {
        _tools = FindTools();
        if (_tools is null) return "initdb is neither on PATH nor in /usr/lib/postgresql/*/bin";
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0b111_111_111);
        var passwordFile = Path.Combine(_folder.FullName, "password");
        await File.WriteAllTextAsync(passwordFile, Password);
        var data = Path.Combine(_folder.FullName, "data");
        return await RunAsync(
                "initdb", "-D", data, "-U", User, "-A", "scram-sha-256", "--pwfile", passwordFile, "-E", "UTF8",
                "--locale=C.UTF-8", "--no-sync")
            ?? await RunAsync(
                "pg_ctl", "start", "-w", "-D", data, "-l", Path.Combine(_folder.FullName, "log"),
                "-o",
                $"-c listen_addresses='' -c unix_socket_directories='{_folder.FullName}' -c fsync=off -c "
                    + "synchronous_commit=off -c full_page_writes=off -c max_connections=300");
    }

    private void Stop()
    {
        if (!_folder.Exists) return;
        if (_started.IsValueCreated && _started.Value.IsCompletedSuccessfully && _started.Value.Result is null)
            RunAsync("pg_ctl", "stop", "-m", "immediate", "-D", Path.Combine(_folder.FullName, "data")).GetAwaiter()
                .GetResult();
        _folder.Delete(recursive: true);
        _folder.Refresh();
    }

    private static string? FindTools()
    {
        var path = (Environment.GetEnvironmentVariable("PATH")
            ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Reverse()
                .Select(d => Path.Combine(d, "bin"))
            : [];
        return path.Concat(debian)
            .FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "pg_ctl")));
    }

    // Null, or what went wrong. The output is a file: a server that is left running would keep a pipe open.
    private async Task<string?> RunAsync(string tool, params string[] arguments)
    {
        var output = Path.Combine(_folder.FullName, $"{tool}.{arguments[0].TrimStart('-')}.out");
        string[] command = [Path.Combine(_tools!, tool), .. arguments];
        string[] shell = ["-c", "out=$1; shift; exec \"$@\" >\"$out\" 2>&1 </dev/null", "sh", output];
        if (Environment.IsPrivilegedProcess)
        {
            var passwords = await File.ReadAllLinesAsync("/etc/passwd");
            if (Unprivileged.FirstOrDefault(
                u => passwords.Any(p => p.StartsWith(u + ":", StringComparison.Ordinal))) is not { } user)
                return "the tests run as root, and there is no user postgres or nobody";
            command = ["runuser", "-u", user, "--", .. command];
        }
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo("/bin/sh", [.. shell, .. command]) { WorkingDirectory = _folder.FullName })!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? null : $"{tool} failed: {(await File.ReadAllTextAsync(output)).Trim()}";
        }
        catch (Win32Exception e)
        {
            return $"{tool} cannot be run: {e.Message}";
        }
    }
}
