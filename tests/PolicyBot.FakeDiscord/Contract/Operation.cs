using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace PolicyBot.FakeDiscord.Contract;

/// <summary>One method of one path. Its schemas are built when they are first needed.</summary>
internal sealed class Operation
{
    private readonly Lazy<Dictionary<string, Parameter>> _path;
    private readonly Lazy<Dictionary<string, Parameter>> _query;
    private readonly RequestBody? _body;
    private readonly Lazy<ResponseBodies> _responses;

    public Operation(IReadOnlyList<JsonElement> parameters, JsonElement described, SchemaBuilder builder)
    {
        _path = new(() => Named("path", parameters, builder));
        _query = new(() => Named("query", parameters, builder));
        _body = described.TryGetProperty("requestBody", out var body) ? new RequestBody(body, builder) : null;
        _responses = new(() => new ResponseBodies(described, builder));
    }

    public IEnumerable<string> CheckPath(IReadOnlyDictionary<string, string> values) =>
        values.SelectMany(value => _path.Value[value.Key].Check(value.Value));

    public IEnumerable<string> CheckQuery(string? query)
    {
        var values = QueryHelpers.ParseQuery(query);
        var missing =
            _query.Value.Values.Where(parameter => parameter.IsRequired && !values.ContainsKey(parameter.Name));
        return values
            .SelectMany(value => _query.Value.TryGetValue(value.Key, out var parameter)
                ? parameter.Check([.. value.Value.Select(text => text ?? "")])
                : [$"query {value.Key}: unknown, known are {Names()}"])
            .Concat(missing.Select(parameter => $"query {parameter.Name}: missing"));
    }

    public IReadOnlyList<string> CheckBody(string? contentType, ReadOnlyMemory<byte> body)
    {
        if (_body is not null) return _body.Check(contentType, body);
        return body.IsEmpty ? [] : [$"$: {body.Length} bytes of body, where none is taken"];
    }

    public IReadOnlyList<string> CheckResponse(int status, ReadOnlyMemory<byte> body) =>
        _responses.Value.Check(status, body);

    private static Dictionary<string, Parameter> Named(
        string place, IReadOnlyList<JsonElement> all, SchemaBuilder builder) => all
        .Where(parameter => parameter.GetProperty("in").ValueEquals(place))
        .Select(parameter => new Parameter(parameter, builder))
        .ToDictionary(parameter => parameter.Name);

    private string Names() => _query.Value.Count == 0 ? "none" : string.Join(", ", _query.Value.Keys.Order());
}
