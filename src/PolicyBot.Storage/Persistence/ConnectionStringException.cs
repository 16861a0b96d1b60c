namespace PolicyBot.Storage.Persistence;

/// <summary>
/// The connection string is invalid. The parser's own exception isn't kept, because its message may show a part of the
/// password.
/// </summary>
internal sealed class ConnectionStringException() : Exception("The connection string is invalid.");
