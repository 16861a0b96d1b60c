using System.Text.Json.Nodes;

namespace PolicyBot.FakeDiscord.Contract;

/// <summary>A difference between the documentation and the description, in which the documentation wins.</summary>
/// <param name="Schemas">The named schemas that are amended.</param>
/// <param name="Property">The property of theirs; one that they lack is added.</param>
/// <param name="Keywords">JSON: the keywords as they should be; null removes one, and the others stay.</param>
/// <param name="Reason">What the documentation says.</param>
internal sealed record SchemaCorrection(IReadOnlyList<string> Schemas, string Property, string Keywords, string Reason)
{
    public void Apply(JsonObject schema)
    {
        var properties = schema["properties"]!.AsObject();
        if (properties[Property] is not JsonObject property) properties[Property] = property = [];
        foreach (var (keyword, value) in JsonNode.Parse(Keywords)!.AsObject())
        {
            if (value is null) property.Remove(keyword);
            else property[keyword] = value.DeepClone();
        }
    }
}
