using System.Data.Common;
using PolicyBot.Storage.Persistence;

namespace PolicyBot.Storage.Tests.Support;

/// <summary>A database that only one test uses.</summary>
internal interface ITestDatabase : IAsyncDisposable
{
    /// <summary>The store's settings.</summary>
    StorageOptions Options { get; }

    /// <summary>The keyword with which the database explains the plan of a query.</summary>
    string Explain { get; }

    /// <summary>Creates the engine of an instance of the bot.</summary>
    IDatabaseEngine CreateEngine();

    /// <summary>Opens a connection that isn't the store's.</summary>
    Task<DbConnection> OpenAsync();
}
