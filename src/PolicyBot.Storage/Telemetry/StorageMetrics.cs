using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PolicyBot.Storage.Telemetry;

/// <summary>
/// The metrics and traces of the database. Costs next to nothing while nobody listens. Thread-safe.
/// </summary>
public sealed class StorageMetrics : IDisposable
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string Name = "PolicyBot.Storage";

    private const string SystemTag = "db.system.name";

    private readonly ActivitySource _source = new(Name);
    private readonly Counter<long> _faults;
    private readonly string _system;

    /// <summary>Creates the instruments.</summary>
    /// <param name="meters">Creates the meter.</param>
    /// <param name="options">Which database it is.</param>
    public StorageMetrics(IMeterFactory meters, StorageOptions options)
    {
        ArgumentNullException.ThrowIfNull(meters);
        ArgumentNullException.ThrowIfNull(options);
        _system = options.Provider == StorageProvider.PostgreSql ? "postgresql" : "sqlite";
        _faults = meters.Create(Name).CreateCounter<long>(
            "policybot.database.faults",
            "{fault}",
            "How often a call failed because the database was locked, full, read-only or out of reach.");
    }

    /// <summary>Starts to trace a call; null if nobody listens.</summary>
    public Activity? StartCall() =>
        _source.StartActivity("database", ActivityKind.Client)?.SetTag(SystemTag, _system);

    /// <summary>Counts a fault.</summary>
    /// <param name="call">The call that it ended, if that is traced.</param>
    public void AddFault(Activity? call)
    {
        call?.SetStatus(ActivityStatusCode.Error);
        _faults.Add(1, KeyValuePair.Create(SystemTag, (object?)_system));
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
