using System.Data;
using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyBot.Storage.Backup;

/// <summary>A column of some version of the schema, with the type in which the databases store it.</summary>
internal sealed class BackupColumn
{
    private readonly Type _type;

    public BackupColumn(IProperty property)
    {
        Name = property.GetColumnName();
        _type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        IsNullable = property.IsNullable;
    }

    public string Name { get; }

    public bool IsNullable { get; }

    /// <exception cref="NotSupportedException">Backups have no values of this type yet.</exception>
    public DbType Type => _type switch
    {
        _ when _type == typeof(string) => DbType.String,
        _ when _type == typeof(long) => DbType.Int64,
        _ when _type == typeof(int) => DbType.Int32,
        _ when _type == typeof(bool) => DbType.Boolean,
        _ when _type == typeof(double) => DbType.Double,
        _ => throw new NotSupportedException($"The column {Name} has the type {_type.Name}."),
    };

    public void Write(Utf8JsonWriter json, DbDataReader row, int column)
    {
        if (row.IsDBNull(column))
        {
            json.WriteNullValue();
            return;
        }

        switch (Type)
        {
            case DbType.Int64:
                json.WriteNumberValue(row.GetInt64(column));
                break;
            case DbType.Int32:
                json.WriteNumberValue(row.GetInt32(column));
                break;
            case DbType.Boolean:
                json.WriteBooleanValue(row.GetBoolean(column));
                break;
            case DbType.Double:
                json.WriteNumberValue(row.GetDouble(column));
                break;
            default:
                json.WriteStringValue(row.GetString(column));
                break;
        }
    }

    /// <exception cref="FormatException">The value doesn't have the column's type.</exception>
    public object? Read(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null && IsNullable) return null;
        return (Type, value.ValueKind) switch
        {
            (DbType.String, JsonValueKind.String) => value.GetString(),
            (DbType.Int64, JsonValueKind.Number) when value.TryGetInt64(out var number) => number,
            (DbType.Int32, JsonValueKind.Number) when value.TryGetInt32(out var number) => number,
            (DbType.Double, JsonValueKind.Number) => value.GetDouble(),
            (DbType.Boolean, JsonValueKind.True) => true,
            (DbType.Boolean, JsonValueKind.False) => false,
            _ => throw new FormatException($"the column {Name} can't be {value.GetRawText()}"),
        };
    }
}
