using PolicyBot.Knowledge.Evaluation;

namespace PolicyBot.Benchmarks.Accuracy;

/// <summary>What the verb <c>accuracy</c> measures.</summary>
/// <param name="Half">The half of the questions.</param>
/// <param name="Articles">
/// Folders of further articles, each with article.md, knowledge.yaml and questions.jsonl.
/// </param>
/// <param name="Clinc">The folder of the CLINC150 files, or null.</param>
internal sealed record AccuracyOptions(EvaluationHalf Half, IReadOnlyList<string> Articles, string? Clinc)
{
    /// <summary>Reads the arguments after the verb.</summary>
    /// <returns>The options, or null if an argument is not understood.</returns>
    public static AccuracyOptions? Parse(IReadOnlyList<string> arguments)
    {
        var options = new AccuracyOptions(EvaluationHalf.Held, [], null);
        for (var at = 0; at < arguments.Count; at++)
        {
            switch (arguments[at])
            {
                case "--half" when ++at < arguments.Count && arguments[at] is "tuning" or "held":
                    var half = arguments[at] == "held" ? EvaluationHalf.Held : EvaluationHalf.Tuning;
                    options = options with { Half = half };
                    break;
                case "--clinc" when ++at < arguments.Count:
                    options = options with { Clinc = arguments[at] };
                    break;
                case ['-', ..]:
                    return null;
                default:
                    options = options with { Articles = [.. options.Articles, arguments[at]] };
                    break;
            }
        }

        return options;
    }
}
