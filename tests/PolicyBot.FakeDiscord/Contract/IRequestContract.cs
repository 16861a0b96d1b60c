namespace PolicyBot.FakeDiscord.Contract;

/// <summary>Checks requests against Discord's published description of its HTTP API.</summary>
internal interface IRequestContract
{
    /// <summary>Returns what is wrong with a request, one error per line; none if it is valid.</summary>
    /// <param name="method">GET, POST …</param>
    /// <param name="path">Without the API's prefix, such as <c>/channels/1/messages</c>.</param>
    /// <param name="query">With or without its question mark.</param>
    /// <param name="contentType">The header's whole value.</param>
    /// <param name="body">Empty where there is none.</param>
    IReadOnlyList<string> Check(
        string method, string path, string? query, string? contentType, ReadOnlyMemory<byte> body);
}
