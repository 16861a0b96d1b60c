using System.Globalization;
using System.Text.Json;

namespace PolicyBot.FakeDiscord.Contract;

/// <summary>The responses of an operation, by status.</summary>
internal sealed class ResponseBodies
{
    // Null if there is no body.
    private readonly Dictionary<string, Lazy<SchemaValidator>?> _byStatus;

    public ResponseBodies(JsonElement operation, SchemaBuilder builder)
    {
        var responses = operation.TryGetProperty("responses", out var stated) ? stated.EnumerateObject() : [];
        _byStatus = responses.ToDictionary(
            response => response.Name, response => Body(builder.ResolveResponse(response.Value), builder));
    }

    public IReadOnlyList<string> Check(int status, ReadOnlyMemory<byte> body)
    {
        var exact = status.ToString(CultureInfo.InvariantCulture);
        if (!_byStatus.TryGetValue(exact, out var schema) && !_byStatus.TryGetValue($"{exact[0]}XX", out schema))
        {
            return [$"status {status}: not stated here, but {string.Join(", ", _byStatus.Keys)}"];
        }

        if (schema is not null) return body.IsEmpty ? ["$: the body is missing"] : JsonBody.Check(body, schema.Value);
        return body.IsEmpty ? [] : [$"$: {body.Length} bytes of body, where none is given"];
    }

    private static Lazy<SchemaValidator>? Body(JsonElement response, SchemaBuilder builder) =>
        response.TryGetProperty("content", out var content) && content.TryGetProperty("application/json", out var json)
            ? new(() => builder.Build(json.GetProperty("schema")))
            : null;
}
