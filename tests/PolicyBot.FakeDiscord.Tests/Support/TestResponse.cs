using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace PolicyBot.FakeDiscord.Tests.Support;

/// <summary>A response. Errors of a form have the format "path: CODE message".</summary>
internal sealed record TestResponse(int Status, JsonNode? Body, HttpResponseHeaders Headers)
{
    public int? Code => Body is JsonObject body && body["code"] is { } code ? (int)code : null;

    public IReadOnlyList<string> Errors =>
        Body is JsonObject body && body["errors"] is JsonObject errors ? [.. Flatten(errors, "")] : [];

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? values.Single() : null;

    private static IEnumerable<string> Flatten(JsonObject node, string path)
    {
        foreach (var (name, value) in node)
        {
            if (name == "_errors")
            {
                foreach (var error in value!.AsArray())
                    yield return $"{path}: {error!["code"]} {error["message"]}";
                continue;
            }

            foreach (var inner in Flatten(value!.AsObject(), path.Length == 0 ? name : $"{path}.{name}"))
                yield return inner;
        }
    }
}
