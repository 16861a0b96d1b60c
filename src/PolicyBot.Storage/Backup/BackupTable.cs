using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace PolicyBot.Storage.Backup;

/// <summary>A table of some version of the schema.</summary>
internal sealed class BackupTable
{
    private readonly string _name;
    private readonly string _columns;
    private readonly string _key;

    public BackupTable(IEntityType entity, ISqlGenerationHelper sql)
    {
        Name = entity.GetTableName()!;
        Columns =
        [
            .. entity.GetProperties().Select(p => new BackupColumn(p)).OrderBy(c => c.Name, StringComparer.Ordinal),
        ];
        _name = sql.DelimitIdentifier(Name);
        _columns = string.Join(", ", Columns.Select(c => sql.DelimitIdentifier(c.Name)));
        _key = string.Join(
            ", ", entity.FindPrimaryKey()!.Properties.Select(p => sql.DelimitIdentifier(p.GetColumnName())));
    }

    public string Name { get; }

    public IReadOnlyList<BackupColumn> Columns { get; }

    public string SelectSql => $"SELECT {_columns} FROM {_name} ORDER BY {_key}";

    public string InsertSql =>
        $"INSERT INTO {_name} ({_columns}) VALUES ({string.Join(", ", Columns.Select((_, i) => $"@p{i}"))})";

    public string AnySql => $"SELECT count(*) FROM (SELECT 1 FROM {_name} LIMIT 1) AS first";

    public string DropSql => $"DROP TABLE {_name}";

    /// <summary>Writes a row as a JSON array.</summary>
    public void WriteRow(Utf8JsonWriter json, DbDataReader row)
    {
        json.WriteStartArray();
        for (var i = 0; i < Columns.Count; i++) Columns[i].Write(json, row, i);
        json.WriteEndArray();
    }

    /// <summary>Reads a row that <see cref="WriteRow"/> wrote.</summary>
    /// <exception cref="FormatException">The row doesn't have the table's columns and types.</exception>
    public object?[] ReadRow(JsonElement row)
    {
        if (row.GetArrayLength() != Columns.Count)
            throw new FormatException($"it has {row.GetArrayLength()} values instead of {Columns.Count}");
        return [.. row.EnumerateArray().Select((value, i) => Columns[i].Read(value))];
    }
}
