using System.Text.Json;

namespace PolicyBot.FakeDiscord.Contract;

/// <summary>A path template and its operations.</summary>
internal sealed class Route
{
    private readonly Dictionary<string, Operation> _operations;

    public Route(string template, JsonElement pathItem, SchemaBuilder builder)
    {
        Template = template;
        Segments = template.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var shared = Parameters(pathItem);
        _operations = pathItem.EnumerateObject()
            .Where(member => member.Name != "parameters")
            .ToDictionary(
                member => member.Name.ToUpperInvariant(),
                member => new Operation([.. shared, .. Parameters(member.Value)], member.Value, builder),
                StringComparer.OrdinalIgnoreCase);
    }

    public string Template { get; }

    public IReadOnlyList<string> Segments { get; }

    public IEnumerable<string> Methods => _operations.Keys;

    public Operation? Operation(string method) => _operations.GetValueOrDefault(method);

    public static bool IsParameter(string segment) => segment.StartsWith('{');

    private static IReadOnlyList<JsonElement> Parameters(JsonElement owner) =>
        owner.TryGetProperty("parameters", out var parameters) ? [.. parameters.EnumerateArray()] : [];
}
