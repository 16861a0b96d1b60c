using System.Text.Json;

namespace PolicyBot.FakeDiscord.Contract;

/// <summary>
/// Checks requests and responses against an OpenAPI 3.1 document. The schemas of an operation are built at its first
/// request.
/// </summary>
internal sealed class OpenApiContract : IRequestContract, IResponseContract
{
    private readonly RouteTable _routes;

    public OpenApiContract(JsonElement document)
    {
        var builder = new SchemaBuilder(document);
        _routes = new RouteTable(
            document.GetProperty("paths").EnumerateObject().Select(path => new Route(path.Name, path.Value, builder)));
    }

    public IReadOnlyList<string> Check(
        string method, string path, string? query, string? contentType, ReadOnlyMemory<byte> body)
    {
        if (Find(method, path, out var operation, out var values) is { } problem) return [problem];
        return [
            .. operation!.CheckPath(values), .. operation.CheckQuery(query), .. operation.CheckBody(contentType, body)
        ];
    }

    public IReadOnlyList<string> CheckResponse(string method, string path, int status, ReadOnlyMemory<byte> body) =>
        Find(method, path, out var operation, out _) is { } problem
            ? [problem]
            : operation!.CheckResponse(status, body);

    // Returns what is wrong with the path or the method, or null and the operation.
    private string? Find(
        string method, string path, out Operation? operation, out IReadOnlyDictionary<string, string> values)
    {
        (operation, values) = (null, new Dictionary<string, string>());
        if (_routes.Find(path) is not var (route, found)) return $"{method} {path}: the description has no such path";

        (operation, values) = (route.Operation(method), found);
        if (operation is not null) return null;
        return $"{method} {route.Template}: the description has no such method here, only "
            + $"{string.Join(", ", route.Methods)}";
    }
}
