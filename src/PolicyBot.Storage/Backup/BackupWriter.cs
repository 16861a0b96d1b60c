using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyBot.Storage.Backup;

/// <summary>
/// Writes a backup: JSON, one value per line, compressed with gzip. A header is followed by each table, by each of its
/// rows, and by the end with the checksum.
/// </summary>
internal sealed class BackupWriter : IAsyncDisposable
{
    /// <summary>How the header and the end are written.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly GZipStream _file;
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _json;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _rows;

    /// <param name="file">The file, which stays open.</param>
    public BackupWriter(Stream file)
    {
        _file = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
        _json = new Utf8JsonWriter(_line, new JsonWriterOptions { Encoder = Json.Encoder });
    }

    public Task WriteHeaderAsync(BackupHeader header, CancellationToken cancellationToken) =>
        WriteLineAsync(json => JsonSerializer.Serialize(json, header, Json), cancellationToken);

    public Task WriteTableAsync(BackupTable table, CancellationToken cancellationToken) => WriteLineAsync(
        json => JsonSerializer.Serialize(json, new { table = table.Name, columns = table.Columns.Select(c => c.Name) }),
        cancellationToken);

    public Task WriteRowAsync(Action<Utf8JsonWriter> write, CancellationToken cancellationToken)
    {
        _rows++;
        return WriteLineAsync(write, cancellationToken);
    }

    /// <summary>Writes the end, and all that isn't in the file yet. Without it, the backup is invalid.</summary>
    /// <returns>The number of rows.</returns>
    public async Task<long> WriteEndAsync(CancellationToken cancellationToken)
    {
        var end = new BackupEnd(_rows, Convert.ToHexStringLower(_hash.GetCurrentHash()));
        await WriteLineAsync(json => JsonSerializer.Serialize(json, end, Json), cancellationToken);
        try
        {
            await _file.DisposeAsync();
        }
        catch (IOException e)
        {
            throw CreateFailure(e);
        }

        return _rows;
    }

    public async ValueTask DisposeAsync()
    {
        await _json.DisposeAsync();
        _hash.Dispose();
    }

    private async Task WriteLineAsync(Action<Utf8JsonWriter> write, CancellationToken cancellationToken)
    {
        _line.ResetWrittenCount();
        _json.Reset();
        write(_json);
        await _json.FlushAsync(cancellationToken);
        _line.Write("\n"u8);
        _hash.AppendData(_line.WrittenSpan);
        try
        {
            await _file.WriteAsync(_line.WrittenMemory, cancellationToken);
        }
        catch (IOException e)
        {
            throw CreateFailure(e);
        }
    }

    // Not the database's fault.
    private static BackupRefusedException CreateFailure(IOException e) =>
        new($"The file can't be written: {e.Message.TrimEnd('.')}; choose a file on another disk.");
}
