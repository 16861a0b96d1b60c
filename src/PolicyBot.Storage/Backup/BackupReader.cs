using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PolicyBot.Storage.Backup;

/// <summary>Reads what <see cref="BackupWriter"/> wrote, and finds out whether it is complete and undamaged.</summary>
internal sealed class BackupReader : IDisposable
{
    private readonly StreamReader _lines;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _line;

    private BackupReader(Stream file)
    {
        file.Position = 0;
        _lines = new StreamReader(
            new GZipStream(file, CompressionMode.Decompress, leaveOpen: true), new UTF8Encoding(false, true));
    }

    /// <summary>The first line.</summary>
    public BackupHeader Header { get; private set; } = null!;

    /// <summary>Reads the header.</summary>
    /// <param name="file">The file, which stays open.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <exception cref="BackupRefusedException">It isn't a backup, or a later version wrote it.</exception>
    public static async Task<BackupReader> OpenAsync(Stream file, CancellationToken cancellationToken)
    {
        var reader = new BackupReader(file);
        try
        {
            reader.Header = await reader.ReadHeaderAsync(cancellationToken);
            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Reads all rows, and then the checksum.</summary>
    /// <param name="tables">The tables of the header's version of the schema.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    /// <exception cref="BackupRefusedException">The file is truncated or damaged.</exception>
    public async IAsyncEnumerable<(BackupTable Table, object?[] Values)> ReadRowsAsync(
        IReadOnlyList<BackupTable> tables, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = 0;
        long rows = 0;
        while (await ReadLineAsync(cancellationToken) is { } text)
        {
            using var line = await ParseAsync(text, cancellationToken);
            if (line.RootElement.ValueKind == JsonValueKind.Array)
            {
                if (next == 0) throw CreateDamaged("a row has no table");
                rows++;
                Append(text);
                yield return (tables[next - 1], ReadRow(tables[next - 1], line.RootElement));
            }
            else if (line.RootElement.TryGetProperty(nameof(BackupEnd.Sha256).ToLowerInvariant(), out _))
            {
                if (next < tables.Count) throw CreateDamaged($"the table {tables[next].Name} is missing");
                CheckEnd(line, rows);
                if (await ReadLineAsync(cancellationToken) is not null)
                    throw CreateDamaged("something follows the end");
                yield break;
            }
            else
            {
                if (next == tables.Count) throw CreateDamaged("there is another table");
                CheckTable(line.RootElement, tables[next++]);
                Append(text);
            }
        }

        throw CreateTruncated();
    }

    public void Dispose()
    {
        _lines.Dispose();
        _hash.Dispose();
    }

    private async Task<BackupHeader> ReadHeaderAsync(CancellationToken cancellationToken)
    {
        BackupHeader? header = null;
        try
        {
            if (await ReadLineAsync(cancellationToken) is { } line)
            {
                header = JsonSerializer.Deserialize<BackupHeader>(line, BackupWriter.Json);
                Append(line);
            }
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            // As if there were none.
        }

        return header switch
        {
            { Format: BackupHeader.FormatName, Version: BackupHeader.CurrentVersion } => header,
            { Format: BackupHeader.FormatName } => throw new BackupRefusedException(
                $"The backup has format {header.Version}, and this version of PolicyBot reads only format "
                    + $"{BackupHeader.CurrentVersion}; use version {header.Application}, which wrote it."),
            _ => throw new BackupRefusedException(
                "The file isn't a PolicyBot backup; use one that policybot backup wrote."),
        };
    }

    private object?[] ReadRow(BackupTable table, JsonElement row)
    {
        try
        {
            return table.ReadRow(row);
        }
        catch (FormatException e)
        {
            throw CreateDamaged($"a row of {table.Name} is invalid: {e.Message}");
        }
    }

    private void CheckTable(JsonElement line, BackupTable table)
    {
        string[] columns = [.. table.Columns.Select(c => c.Name)];
        var isRight = line.TryGetProperty("table", out var name)
            && name.ValueKind == JsonValueKind.String
            && name.GetString() == table.Name
            && line.TryGetProperty("columns", out var found)
            && found.ValueKind == JsonValueKind.Array
            && found.EnumerateArray().Select(c => c.ToString()).SequenceEqual(columns, StringComparer.Ordinal);
        if (!isRight)
            throw CreateDamaged($"the table {table.Name} with the columns {string.Join(", ", columns)} should be here");
    }

    private void CheckEnd(JsonDocument line, long rows)
    {
        BackupEnd? end;
        try
        {
            end = line.Deserialize<BackupEnd>(BackupWriter.Json);
        }
        catch (JsonException)
        {
            throw CreateDamaged("the end is invalid");
        }

        if (end?.Rows != rows) throw CreateDamaged($"there are {rows} rows instead of {end?.Rows}");
        if (end.Sha256 != Convert.ToHexStringLower(_hash.GetCurrentHash()))
            throw CreateDamaged("the checksum is wrong");
    }

    private async Task<JsonDocument> ParseAsync(string text, CancellationToken cancellationToken)
    {
        var damaged = CreateDamaged("it is neither a table nor a row");
        try
        {
            var line = JsonDocument.Parse(text);
            if (line.RootElement.ValueKind is JsonValueKind.Array or JsonValueKind.Object) return line;
            line.Dispose();
        }
        catch (JsonException)
        {
            // A file that ends within a line looks the same.
            if (await ReadLineAsync(cancellationToken) is null) throw CreateTruncated();
        }

        throw damaged;
    }

    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        try
        {
            _line++;
            return await _lines.ReadLineAsync(cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or DecoderFallbackException)
        {
            throw _line == 1
                ? new InvalidDataException("It isn't compressed.", e)
                : CreateDamaged("it can't be decompressed");
        }
        catch (IOException e)
        {
            // Not the database's fault.
            throw new BackupRefusedException($"The file can't be read: {e.Message.TrimEnd('.')}; check its disk.");
        }
    }

    private void Append(string line)
    {
        _hash.AppendData(Encoding.UTF8.GetBytes(line));
        _hash.AppendData("\n"u8);
    }

    private static BackupRefusedException CreateTruncated() =>
        new("The backup is truncated: its end is missing; copy the file again, or use another backup.");

    private BackupRefusedException CreateDamaged(string problem) =>
        new($"The backup is damaged in line {_line}: {problem}; copy the file again, or use another backup.");
}
