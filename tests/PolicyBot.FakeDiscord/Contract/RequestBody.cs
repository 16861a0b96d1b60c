using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace PolicyBot.FakeDiscord.Contract;

/// <summary>The body that an operation accepts.</summary>
internal sealed class RequestBody
{
    private const string Json = "application/json";
    private const string Form = "multipart/form-data";

    private readonly bool _isRequired;
    private readonly Dictionary<string, JsonElement> _schemas;
    private readonly Lazy<SchemaValidator> _json;
    private readonly Lazy<MultipartContract> _form;

    public RequestBody(JsonElement described, SchemaBuilder builder)
    {
        _isRequired = described.TryGetProperty("required", out var required) && required.GetBoolean();
        _schemas = described.GetProperty("content").EnumerateObject()
            .ToDictionary(
                content => content.Name, content => content.Value.GetProperty("schema"),
                StringComparer.OrdinalIgnoreCase);
        _json = new(() => builder.Build(_schemas[Json]));
        _form =
            new(() => new MultipartContract(_schemas[Form], _schemas.ContainsKey(Json) ? _json.Value : null, builder));
    }

    public IReadOnlyList<string> Check(string? contentType, ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty) return _isRequired ? ["$: the body is missing"] : [];
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type))
            return [$"Content-Type: '{contentType}' is none"];

        var media = type.MediaType.ToString();
        if (!_schemas.ContainsKey(media))
            return [$"Content-Type: {media} is not taken here, but {string.Join(", ", _schemas.Keys)}"];
        return media.ToLowerInvariant() switch
        {
            Json => JsonBody.Check(body, _json.Value),
            Form => _form.Value.Check(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), body),

            // A form of plain fields can't be checked against a schema of typed values, and no bot needs it.
            _ => [$"Content-Type: {media} is taken by Discord but not checked here, send {Json}"],
        };
    }
}
