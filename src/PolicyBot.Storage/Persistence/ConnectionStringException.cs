
namespace PolicyBot.Storage.Persistence;

/// <summary>The connection string cannot be read. Without the reader's own exception, whose message may show a part of the password.</summary>
internal sealed class ConnectionStringException() : Exception("The connection string cannot be read.");
