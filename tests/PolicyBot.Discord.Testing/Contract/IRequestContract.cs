namespace PolicyBot.Discord.Testing.Contract;

/// <summary>Says where a request departs from Discord's own description of its HTTP API.</summary>
internal interface IRequestContract
{
    /// <summary>
    /// The problems of one request, in plain words; none when it fits. The path has no /api/v10, as in /channels/1/messages.
    /// </summary>
    IReadOnlyList<string> Check(string method, string path, string? query, string? contentType, ReadOnlyMemory<byte> body);
}
