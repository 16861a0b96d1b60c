namespace PolicyBot.FakeDiscord.Contract;

/// <summary>Checks responses against Discord's published description of its HTTP API.</summary>
internal interface IResponseContract
{
    /// <summary>
    /// Returns what is wrong with the response to a request, one error per line; none if it is valid.
    /// </summary>
    /// <param name="method">The request's.</param>
    /// <param name="path">The request's, without the API's prefix.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">Empty where there is none.</param>
    IReadOnlyList<string> CheckResponse(string method, string path, int status, ReadOnlyMemory<byte> body);
}
