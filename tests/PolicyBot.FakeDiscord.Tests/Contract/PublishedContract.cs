using System.Text;
using PolicyBot.FakeDiscord.Contract;

namespace PolicyBot.FakeDiscord.Tests.Contract;

/// <summary>
/// Checks requests against Discord's published description, and skips the test if it isn't available.
/// </summary>
internal static class PublishedContract
{
    private const string Json = "application/json";

    public static IRequestContract Contract
    {
        get
        {
            var contract = OpenApiFile.TryLoad(out var skippedBecause);
            Assert.SkipWhen(contract is null, skippedBecause ?? "");
            return contract;
        }
    }

    public static IReadOnlyList<string> Check(string method, string path, string? body = null)
    {
        var query = path.IndexOf('?');
        return Contract.Check(
            method,
            query < 0 ? path : path[..query],
            query < 0 ? null : path[query..],
            body is null ? null : Json,
            Encoding.UTF8.GetBytes(body ?? ""));
    }

    public static IReadOnlyList<string> Check(string path, string contentType, byte[] body) =>
        Contract.Check("POST", path, null, contentType, body);
}
