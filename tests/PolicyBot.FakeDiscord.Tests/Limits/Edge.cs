namespace PolicyBot.FakeDiscord.Tests.Limits;

/// <summary>A limit: a body just within it, one just beyond it, and what Discord says of that.</summary>
internal sealed record Edge(string Name, string Within, string Beyond, string Error)
{
    /// <summary>A limit of how long or how many; the body is made for either.</summary>
    public static Edge AtMost(string name, int most, Func<int, string> body, string path) =>
        new(name, body(most), body(most + 1), $"{path}: BASE_TYPE_MAX_LENGTH Must be {most} or fewer in length.");

    /// <summary>The same of something that must not be empty either.</summary>
    public static Edge Between(string name, int least, int most, Func<int, string> body, string path) =>
        new(name, body(
            most), body(most + 1), $"{path}: BASE_TYPE_BAD_LENGTH Must be between {least} and {most} in length.");

    /// <summary>Something that must be there.</summary>
    public static Edge Needed(string name, Func<int, string> body, string path) =>
        new(name, body(1), body(0), $"{path}: BASE_TYPE_REQUIRED This field is required");

    /// <summary>A whole number that has a highest value.</summary>
    public static Edge Highest(string name, int most, Func<int, string> body, string path) =>
        new(name, body(
            most), body(most + 1), $"{path}: NUMBER_TYPE_MAX int value should be less than or equal to {most}.");

    /// <summary>
    /// The rows of a theory: each name with each variant, checked against Discord's description and not.
    /// </summary>
    public static TheoryData<string, string, bool> Rows(IEnumerable<Edge> edges, params IReadOnlyList<string> variants)
    {
        var rows = new TheoryData<string, string, bool>();
        foreach (var edge in edges)
        {
            foreach (var variant in variants)
            {
                rows.Add(edge.Name, variant, false);
                rows.Add(edge.Name, variant, true);
            }
        }

        return rows;
    }
}
