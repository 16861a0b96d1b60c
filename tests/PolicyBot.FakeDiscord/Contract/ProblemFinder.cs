using Json.Pointer;
using Json.Schema;

namespace PolicyBot.FakeDiscord.Contract;

/// <summary>Reads errors from an evaluation, and skips those of branches that weren't intended.</summary>
internal static class ProblemFinder
{
    public static IReadOnlyList<Problem> Find(EvaluationResults results) => [.. Problems(results).Distinct()];

    private static IEnumerable<Problem> Problems(EvaluationResults results)
    {
        if (results.IsValid) return [];

        var place = Place(results.InstanceLocation);
        var own = (results.Errors ?? []).Select(error => new Problem(place, error.Key, Text(error.Key, error.Value)));
        var depth = results.EvaluationPath.SegmentCount;
        var byKeyword = (results.Details ?? [])
            .Where(detail => !detail.IsValid)
            .GroupBy(detail => detail.EvaluationPath[depth].ToString())
            .SelectMany(group => group.Key switch
            {
                // A condition that isn't met isn't an error.
                "if" => [],
                "anyOf" => Nearest(group),
                _ => group.SelectMany(Problems),
            });
        return own.Concat(byKeyword);
    }

    // If nothing distinguishes the branches, the intended one is most likely the one whose types match, and of those
    // the one with the fewest errors.
    private static Problem[] Nearest(IEnumerable<EvaluationResults> branches) => branches
        .Select(branch => Problems(branch).ToArray())
        .MinBy(problems => (problems.Count(problem => problem.Keyword == "type"), problems.Length)) ?? [];

    // The schema false is used only for properties that an object doesn't have.
    private static string Text(string keyword, string error) =>
        keyword.Length == 0 ? "unknown property" : error.ReplaceLineEndings(" ");

    private static string Place(JsonPointer location)
    {
        var place = "$";
        for (var at = 0; at < location.SegmentCount; at++)
        {
            var segment = location[at].ToString();
            place += int.TryParse(segment, out _) ? $"[{segment}]" : $".{segment}";
        }

        return place;
    }
}
