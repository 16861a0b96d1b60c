using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyBot.Knowledge.Curation.Layers;

/// <summary>Writes changes as JSON, in the form in which they are stored, and reads them.</summary>
public static class SetChangeJson
{
    /// <summary>Writes a change on one line.</summary>
    /// <param name="change">The change.</param>
    public static string Write(SetChange change) => JsonSerializer.Serialize(change, SetChangeContext.Stored.SetChange);

    /// <summary>Reads a change; the order of the keys doesn't matter.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="JsonException">It is not a change that <see cref="Write"/> could have written.</exception>
    public static SetChange Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, SetChangeContext.Stored.SetChange)
                ?? throw new JsonException("A change is expected here, not null.");
        }
        catch (NotSupportedException exception)
        {
            throw new JsonException("The change has no “kind”.", exception);
        }
    }
}

/// <summary>How changes are written.</summary>
[JsonSerializable(typeof(SetChange))]
internal sealed partial class SetChangeContext : JsonSerializerContext
{
    public static SetChangeContext Stored { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // A database may store the keys in another order.
        AllowOutOfOrderMetadataProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        // They are no part of a web page: letters stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
