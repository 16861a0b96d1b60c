using System.Text.Json;

namespace PolicyBot.Discord.Testing.Contract;

/// <summary>Checks requests against an OpenAPI 3.1 document. An operation's schemas are built when its first request comes.</summary>
internal sealed class DocumentedContract : IRequestContract
{
    private readonly RouteTable _routes;

    public DocumentedContract(JsonElement document)
    {
        var builder = new SchemaBuilder(document.GetProperty("components").GetProperty("schemas"));
        _routes = new RouteTable(document.GetProperty("paths").EnumerateObject().Select(path => new Route(path.Name, path.Value, builder)));
    }

    public IReadOnlyList<string> Check(string method, string path, string? query, string? contentType, ReadOnlyMemory<byte> body)
    {
        if (_routes.Find(path) is not var (route, values)) return [$"{method} {path}: the description has no such path"];
        if (route.Operation(method) is not { } operation)
        {
            return [$"{method} {route.Template}: the description has no such method here, only {string.Join(", ", route.Methods)}"];
        }

        return [.. operation.CheckPath(values), .. operation.CheckQuery(query), .. operation.CheckBody(contentType, body)];
    }
}
