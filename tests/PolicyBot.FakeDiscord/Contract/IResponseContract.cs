namespace PolicyBot.FakeDiscord.Contract;

/// <summary>What Discord's published description of its HTTP API says about an answer.</summary>
internal interface IResponseContract
{
    /// <summary>What is wrong with the answer to a request, a line each; none where it fits.</summary>
    /// <param name="method">The request's.</param>
    /// <param name="path">The request's, without the API's prefix.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">Empty where there is none.</param>
    IReadOnlyList<string> CheckResponse(string method, string path, int status, ReadOnlyMemory<byte> body);
}
