using System.Text.Json;
using Json.Schema;

namespace PolicyBot.FakeDiscord.Contract;

/// <summary>A schema that values are checked against.</summary>
internal sealed class SchemaValidator(JsonSchema schema)
{
    // Most values are valid, and a yes is many times cheaper than a reason.
    private static readonly EvaluationOptions Quick = Options(OutputFormat.Flag);
    private static readonly EvaluationOptions Thorough = Options(OutputFormat.Hierarchical);

    public IReadOnlyList<Problem> Check(JsonElement value) =>
        schema.Evaluate(value, Quick).IsValid ? [] : ProblemFinder.Find(schema.Evaluate(value, Thorough));

    private static EvaluationOptions Options(OutputFormat format)
    {
        var options = new EvaluationOptions { OutputFormat = format, RequireFormatValidation = true };
        options.IgnoreAllAnnotations();
        foreach (var known in DiscordFormats.All) options.FormatRegistry.Register(known);
        return options;
    }
}
