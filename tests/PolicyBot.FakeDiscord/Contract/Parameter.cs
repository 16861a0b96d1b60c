using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyBot.FakeDiscord.Contract;

/// <summary>A parameter in the path or in the query.</summary>
internal sealed class Parameter
{
    private readonly string _place;
    private readonly SchemaValidator _schema;
    private readonly IReadOnlySet<string> _types;

    public Parameter(JsonElement described, SchemaBuilder builder)
    {
        Name = described.GetProperty("name").GetString()!;
        IsRequired = described.TryGetProperty("required", out var required) && required.GetBoolean();
        _place = described.GetProperty("in").GetString()!;
        (_schema, _types) = builder.BuildWithTypes(described.GetProperty("schema"));
    }

    public string Name { get; }

    public bool IsRequired { get; }

    public IEnumerable<string> Check(params IReadOnlyList<string> texts)
    {
        if (texts.Count > 1 && !_types.Contains("array")) return [$"{_place} {Name}: given {texts.Count} times"];

        var value = texts.Count > 1 || !_types.Contains("string") && _types.Contains("array")
            ? new JsonArray([.. texts.Select(text => (JsonNode)text)])
            : Typed(texts[0]);
        return _schema.Check(JsonSerializer.SerializeToElement(value))
            .Select(problem => $"{_place} {Name}: {problem.Text}");
    }

    private JsonNode Typed(string text)
    {
        var isNumber = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        if (isNumber && _types.Contains("integer")) return number;
        if (_types.Contains("boolean") && QueryBoolean.Parse(text) is { } flag) return flag;
        return text;
    }
}
