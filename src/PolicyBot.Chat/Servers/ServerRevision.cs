namespace PolicyBot.Chat.Servers;

/// <summary>A state of a server's changes to its sets.</summary>
/// <param name="Server">The server.</param>
/// <param name="Number">How many changes led to it, at least 1.</param>
public sealed record ServerRevision(string Server, int Number)
{
    /// <summary>Creates a revision; null for a server that has changed nothing.</summary>
    public static ServerRevision? Create(string server, int number) =>
        number == 0 ? null : new ServerRevision(server, number);
}
