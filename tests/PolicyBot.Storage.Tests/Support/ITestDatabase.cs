using System.Data.Common;
using PolicyBot.Storage.Persistence;

namespace PolicyBot.Storage.Tests.Support;

/// <summary>An empty database of one test's own, of any kind.</summary>
internal interface ITestDatabase : IAsyncDisposable
{
    /// <summary>What the store is told.</summary>
    StorageOptions Options { get; }

    /// <summary>Another instance's engine.</summary>
    IDatabaseEngine CreateEngine();

    /// <summary>A connection past the store.</summary>
    Task<DbConnection> OpenAsync();

    /// <summary>What the database's planner says of a query.</summary>
    string Explain { get; }
}
