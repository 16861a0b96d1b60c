using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace PolicyBot.FakeDiscord.Contract;

/// <summary>
/// Makes a schema strict and its errors readable: an object accepts only properties that it states, a union is decided
/// by what distinguishes its branches, and keywords that validate nothing are removed.
/// </summary>
internal sealed class SchemaRewriter
{
    private static readonly HashSet<string> Kept =
    [
        "type", "const", "enum", "required", "pattern", "format", "minLength", "maxLength", "minimum", "maximum",
        "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
    ];

    private static readonly HashSet<string> SaysNothing = [
        "title", "description", "default", "contentEncoding", "deprecated", "examples"
    ];

    private readonly SchemaSource _source;
    private readonly UnionRewriter _unions;
    private readonly HashSet<string> _referred = [];
    private readonly Queue<string> _waiting = [];

    public SchemaRewriter(SchemaSource source)
    {
        _source = source;
        _unions = new UnionRewriter(source, Rewrite);
    }

    /// <summary>The next name that the rewritten schemas refer to; each is returned once.</summary>
    public bool TryDequeueReference([NotNullWhen(true)] out string? name) => _waiting.TryDequeue(out name);

    public JsonObject Rewrite(JsonObject schema)
    {
        if (SchemaSource.Branches(schema) is { Count: > 0 } branches) return _unions.Rewrite(schema, branches);
        if (SchemaSource.Parts(schema) is { Count: > 0 } parts) return RewriteParts(schema, parts);

        var strict = new JsonObject();
        foreach (var (keyword, value) in schema) Rewrite(strict, keyword, value!);
        if (strict.ContainsKey("properties") && !strict.ContainsKey("additionalProperties"))
            strict["additionalProperties"] = false;
        return strict;
    }

    private void Rewrite(JsonObject strict, string keyword, JsonNode value)
    {
        if (keyword == "$ref") strict[keyword] = $"#/$defs/{Refer(SchemaSource.ParseReference(value))}";
        else if (keyword == "properties") strict[keyword] = Properties(value.AsObject());
        else if (keyword is "items" or "additionalProperties") strict[keyword] = Strict(value);
        else if (Kept.Contains(keyword)) strict[keyword] = value.DeepClone();
        else if (!SaysNothing.Contains(keyword) && !keyword.StartsWith("x-", StringComparison.Ordinal))
        {
            throw new InvalidDataException($"The description uses the keyword {keyword}, which is not read here.");
        }
    }

    // The members of an allOf must not be closed one by one: each would reject the properties of the others.
    private JsonObject RewriteParts(JsonObject schema, IReadOnlyList<JsonObject> parts)
    {
        var own = schema.DeepClone().AsObject();
        own.Remove("allOf");

        // A narrowed enumeration contains its values and refers to the whole one. An empty one was not filled in.
        if (own["enum"] is JsonArray { Count: > 0 }) return Rewrite(own);
        own.Remove("enum");

        var resolved = parts.Select(_source.Resolve).Prepend(own).ToArray();
        if (!resolved.Any(part => part.ContainsKey("properties")))
        {
            var all = Rewrite(own);
            all["allOf"] = new JsonArray([.. parts.Select(Rewrite)]);
            return all;
        }

        if (resolved.Any(part => SchemaSource.Branches(part).Count > 0 || SchemaSource.Parts(part).Count > 0))
        {
            throw new InvalidDataException("The description has a union inside an allOf, which is not read here.");
        }

        return Rewrite(Merge(resolved));
    }

    private static JsonObject Merge(IEnumerable<JsonObject> parts)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var part in parts)
        {
            foreach (var (name, property) in part["properties"]?.AsObject() ?? [])
                properties[name] = property!.DeepClone();
            foreach (var name in part["required"]?.AsArray() ?? []) required.Add(name!.DeepClone());
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = required };
    }

    private JsonObject Properties(JsonObject properties) =>
        new(properties.Select(property => KeyValuePair.Create(property.Key, Strict(property.Value!))));

    private JsonNode? Strict(JsonNode value) => value is JsonObject schema ? Rewrite(schema) : value.DeepClone();

    private string Refer(string name)
    {
        if (_referred.Add(name)) _waiting.Enqueue(name);
        return name;
    }
}
