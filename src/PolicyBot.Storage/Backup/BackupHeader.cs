using System.Text.Json.Serialization;

namespace PolicyBot.Storage.Backup;

/// <summary>The first line of a backup.</summary>
/// <param name="Version">The version of the format.</param>
/// <param name="Application">The version of the program that wrote it.</param>
/// <param name="Schema">The name of the last migration of its database, which is the same on all databases.</param>
/// <param name="Created">When it was written.</param>
internal sealed record BackupHeader(int Version, string Application, string Schema, DateTimeOffset Created)
{
    /// <summary>The version of the format that this program reads and writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The value of <see cref="Format"/> in every backup.</summary>
    public const string FormatName = "policybot-backup";

    [JsonPropertyOrder(-1)]
    [JsonRequired]
    public string Format { get; init; } = FormatName;
}
