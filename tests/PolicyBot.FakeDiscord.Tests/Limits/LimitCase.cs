namespace PolicyBot.FakeDiscord.Tests.Limits;

/// <summary>A limit: a valid body at the limit, an invalid one beyond it, and Discord's error.</summary>
internal sealed record LimitCase(string Name, string Within, string Beyond, string Error)
{
    /// <summary>A maximum length or number, with a body for each value.</summary>
    public static LimitCase AtMost(string name, int most, Func<int, string> body, string path) =>
        new(name, body(most), body(most + 1), $"{path}: BASE_TYPE_MAX_LENGTH Must be {most} or fewer in length.");

    /// <summary>The same, with a minimum.</summary>
    public static LimitCase Between(string name, int least, int most, Func<int, string> body, string path) =>
        new(name, body(
            most), body(most + 1), $"{path}: BASE_TYPE_BAD_LENGTH Must be between {least} and {most} in length.");

    /// <summary>A required property.</summary>
    public static LimitCase Needed(string name, Func<int, string> body, string path) =>
        new(name, body(1), body(0), $"{path}: BASE_TYPE_REQUIRED This field is required");

    /// <summary>An integer with a maximum.</summary>
    public static LimitCase Highest(string name, int most, Func<int, string> body, string path) =>
        new(name, body(
            most), body(most + 1), $"{path}: NUMBER_TYPE_MAX int value should be less than or equal to {most}.");

    /// <summary>
    /// The rows of a theory: each name with each variant, with and without checks against Discord's description.
    /// </summary>
    public static TheoryData<string, string, bool> Rows(
        IEnumerable<LimitCase> edges, params IReadOnlyList<string> variants)
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
