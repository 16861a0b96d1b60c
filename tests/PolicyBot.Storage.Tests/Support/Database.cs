namespace PolicyBot.Storage.Tests.Support;

/// <summary>A database that tests run on.</summary>
public enum Database
{
    Sqlite,
    PostgreSql,
}
