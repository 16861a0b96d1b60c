namespace PolicyBot.Storage.Schema;

/// <summary>A row of <c>vote_keys</c>: the random key of the hashes of a server's votes.</summary>
internal sealed class VoteKeyRow
{
    public required string Server { get; init; }

    /// <summary>256 bits, in hexadecimal.</summary>
    public required string Key { get; init; }
}
