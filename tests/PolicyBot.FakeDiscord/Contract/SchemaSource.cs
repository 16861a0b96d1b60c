using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyBot.FakeDiscord.Contract;

/// <summary>
/// The named schemas of the description, corrected by the documentation, and what can be read from them.
/// </summary>
internal sealed class SchemaSource(JsonElement components)
{
    private readonly Dictionary<string, JsonObject> _named = [];

    public static JsonObject Read(JsonElement schema) =>
        JsonObject.Create(schema) ?? throw new InvalidDataException("A schema is no object.");

    /// <summary>The name at the end of a reference.</summary>
    public static string ParseReference(JsonNode reference) => reference.GetValue<string>().Split('/')[^1];

    public JsonObject Get(string name)
    {
        if (_named.TryGetValue(name, out var known)) return known;

        var schema = Read(components.GetProperty(name));
        foreach (var amendment in SchemaCorrections.All.Where(amendment => amendment.Schemas.Contains(name)))
            amendment.Apply(schema);
        return _named[name] = schema;
    }

    /// <summary>The schema that a reference points to, or the schema itself.</summary>
    public JsonObject Resolve(JsonObject schema) =>
        schema["$ref"] is { } reference ? Resolve(Get(ParseReference(reference))) : schema;

    /// <summary>The JSON types that a schema allows; empty if it doesn't say.</summary>
    public IReadOnlySet<string> GetTypes(JsonObject schema)
    {
        var resolved = Resolve(schema);
        return resolved["type"] switch
        {
            JsonArray types => types.Select(type => type!.GetValue<string>()).ToHashSet(),
            { } type => new HashSet<string> { type.GetValue<string>() },
            null => Branches(resolved).SelectMany(GetTypes).ToHashSet(),
        };
    }

    public IReadOnlySet<string> GetProperties(JsonObject schema)
    {
        var resolved = Resolve(schema);
        var own = resolved["properties"]?.AsObject().Select(property => property.Key) ?? [];
        return own.Concat(Branches(resolved).Concat(Parts(resolved)).SelectMany(GetProperties)).ToHashSet();
    }

    /// <summary>The members of a union; none if the schema isn't one.</summary>
    public static IReadOnlyList<JsonObject> Branches(JsonObject schema) => Members(schema["oneOf"] ?? schema["anyOf"]);

    /// <summary>The schemas of <c>allOf</c>; none without it.</summary>
    public static IReadOnlyList<JsonObject> Parts(JsonObject schema) => Members(schema["allOf"]);

    private static IReadOnlyList<JsonObject> Members(JsonNode? list) =>
        list is JsonArray members ? [.. members.Select(member => member!.AsObject())] : [];
}
