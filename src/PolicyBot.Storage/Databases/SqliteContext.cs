using Microsoft.EntityFrameworkCore;

namespace PolicyBot.Storage.Databases;

/// <summary>The tables on SQLite.</summary>
internal sealed class SqliteContext(DbContextOptions<SqliteContext> options) : StorageContext(options);
