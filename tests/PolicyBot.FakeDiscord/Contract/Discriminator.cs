using System.Text.Json.Nodes;

namespace PolicyBot.FakeDiscord.Contract;

/// <summary>A property by which the branches of a union differ.</summary>
/// <param name="Property">Its name.</param>
/// <param name="Values">The values it has in each branch; no two branches share one.</param>
internal sealed record Discriminator(string Property, IReadOnlyList<IReadOnlyList<JsonNode>> Values)
{
    public static Discriminator? Find(IReadOnlyList<JsonObject> branches) =>
        (branches[0]["properties"]?.AsObject() ?? [])
            .Select(property => property.Key)
            .OrderByDescending(property => property == "type")
            .Select(
                property => new Discriminator(
                    property, [.. branches.Select(branch => GetFixedValues(branch, property))]))
            .FirstOrDefault(discriminator => discriminator.IsUnique());

    private bool IsUnique()
    {
        var texts = Values.SelectMany(values => values).Select(value => value.ToJsonString()).ToArray();
        return Values.All(values => values.Count > 0) && texts.Distinct().Count() == texts.Length;
    }

    private static IReadOnlyList<JsonNode> GetFixedValues(JsonObject branch, string property)
    {
        var isRequired = branch["required"]?.AsArray().Any(name => name!.GetValue<string>() == property) ?? false;
        if (!isRequired || branch["properties"]?[property] is not JsonObject schema) return [];
        if (schema["const"] is { } only) return [only];
        return schema["enum"] is JsonArray values ? [.. values.Select(value => value!)] : [];
    }
}
