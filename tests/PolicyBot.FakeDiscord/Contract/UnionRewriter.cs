using System.Text.Json.Nodes;

namespace PolicyBot.FakeDiscord.Contract;

/// <summary>
/// Turns a union into a chain of conditions if its branches differ in their JSON types or in a property with fixed
/// values. Errors are then reported for the intended branch, and the others cost nothing.
/// </summary>
internal sealed class UnionRewriter(SchemaSource source, Func<JsonObject, JsonObject> rewrite)
{
    public JsonObject Rewrite(JsonObject schema, IReadOnlyList<JsonObject> branches)
    {
        if (branches.All(branch => branch.ContainsKey("const"))) return Enumeration(schema, branches);

        var byType = ByType(branches);
        if (byType.Count == 0) return AnyOf(branches);

        JsonObject? chain = null;
        foreach (var (type, members) in byType.Reverse())
            chain = If(new JsonObject { ["type"] = type }, Group(members), chain);
        chain!["type"] = new JsonArray([.. byType.Keys.Select(type => (JsonNode)type)]);
        return chain;
    }

    private static JsonObject Enumeration(JsonObject schema, IReadOnlyList<JsonObject> branches)
    {
        var enumeration = OneOf(branches.Select(branch => branch["const"]!));
        if (schema["type"] is { } type) enumeration["type"] = type.DeepClone();
        return enumeration;
    }

    // Empty if a branch doesn't state its type.
    private Dictionary<string, List<JsonObject>> ByType(IReadOnlyList<JsonObject> branches)
    {
        var types = branches.Select(source.GetTypes).ToArray();
        var isAnyNumber = types.Any(set => set.Contains("number"));
        var groups = new Dictionary<string, List<JsonObject>>();
        for (var at = 0; at < branches.Count; at++)
        {
            if (types[at].Count == 0) return [];
            foreach (var type in types[at].Select(type => type == "integer" && isAnyNumber ? "number" : type)
                .Distinct())
            {
                if (!groups.TryGetValue(type, out var group)) groups[type] = group = [];
                group.Add(branches[at]);
            }
        }

        return groups;
    }

    private JsonObject Group(List<JsonObject> branches)
    {
        if (branches.Count == 1) return rewrite(branches[0]);
        if (Discriminator.Find([.. branches.Select(source.Resolve)]) is not { } discriminator) return AnyOf(branches);

        JsonObject? chain = null;
        for (var at = branches.Count - 1; at >= 0; at--)
        {
            chain = If(Has(discriminator.Property, discriminator.Values[at]), rewrite(branches[at]), chain);
        }

        var any = Has(discriminator.Property, [.. discriminator.Values.SelectMany(values => values)]);
        foreach (var (keyword, value) in any) chain![keyword] = value!.DeepClone();
        return chain!;
    }

    private static JsonObject Has(string property, IReadOnlyList<JsonNode> values) => new()
    {
        ["required"] = new JsonArray(property),
        ["properties"] = new JsonObject { [property] = OneOf(values) },
    };

    private static JsonObject OneOf(IEnumerable<JsonNode> values) =>
        new() { ["enum"] = new JsonArray([.. values.Select(value => value.DeepClone())]) };

    private static JsonObject If(JsonObject condition, JsonObject then, JsonObject? otherwise)
    {
        var conditional = new JsonObject { ["if"] = condition, ["then"] = then };
        if (otherwise is not null) conditional["else"] = otherwise;
        return conditional;
    }

    private JsonObject AnyOf(IReadOnlyList<JsonObject> branches) =>
        new() { ["anyOf"] = new JsonArray([.. branches.Select(rewrite)]) };
}
