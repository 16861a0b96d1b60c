using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Json.Schema.Keywords;

namespace PolicyBot.FakeDiscord.Contract;

/// <summary>Builds strict schemas of the description, each with the named schemas that it refers to.</summary>
internal sealed class SchemaBuilder(JsonElement document)
{

    private static readonly Dialect Strict = new(
    [
        .. Vocabulary.Draft202012_Core.Keywords,
        .. Vocabulary.Draft202012_Applicator.Keywords,
        ThenKeyword.Instance, // The library's list of the vocabulary lacks it.
        .. Vocabulary.Draft202012_Validation.Keywords.Concat(Vocabulary.Draft202012_FormatAssertion.Keywords)
            .Select(Own),
    ]);

    private readonly JsonElement _schemas = document.GetProperty("components").GetProperty("schemas");

    public SchemaValidator Build(JsonElement schema) => Build(schema, new SchemaSource(_schemas));

    /// <summary>The schema, and the JSON types that it allows.</summary>
    public (SchemaValidator Schema, IReadOnlySet<string> Types) BuildWithTypes(JsonElement schema)
    {
        var source = new SchemaSource(_schemas);
        return (Build(schema, source), source.GetTypes(SchemaSource.Read(schema)));
    }

    /// <summary>The names of an object's properties.</summary>
    public IReadOnlySet<string> GetProperties(JsonElement schema) =>
        new SchemaSource(_schemas).GetProperties(SchemaSource.Read(schema));

    /// <summary>The response that a reference points to, or the response itself.</summary>
    public JsonElement ResolveResponse(JsonElement response) => response.TryGetProperty("$ref", out var reference)
        ? document.GetProperty("components").GetProperty("responses").GetProperty(reference.GetString()!.Split('/')[^1])
        : response;

    private static SchemaValidator Build(JsonElement schema, SchemaSource source)
    {
        var rewriter = new SchemaRewriter(source);
        var root = rewriter.Rewrite(SchemaSource.Read(schema));
        var definitions = new JsonObject();
        while (rewriter.TryDequeueReference(out var name)) definitions[name] = rewriter.Rewrite(source.Get(name));
        root["$defs"] = definitions;

        // Each schema has its own registry, so that it can be released and builds are independent.
        var options = new BuildOptions { Dialect = Strict, SchemaRegistry = new SchemaRegistry() };
        return new SchemaValidator(JsonSchema.Build(JsonSerializer.SerializeToElement(root), options));
    }

    private static IKeywordHandler Own(IKeywordHandler keyword) => keyword.Name switch
    {
        "minLength" => new LengthKeyword(keyword.Name, isMaximum: false),
        "maxLength" => new LengthKeyword(keyword.Name, isMaximum: true),
        "const" or "enum" or "pattern" or "format" => new DescriptiveKeyword(keyword),
        _ => keyword,
    };
}
