using PolicyBot.Knowledge.Tests.Support;

namespace PolicyBot.Knowledge.Tests.Answering;

/// <summary>A question, and the same with the roles exchanged, so that its entry is no answer any more.</summary>
/// <param name="Article">The article.</param>
/// <param name="Right">The question.</param>
/// <param name="RightEntries">The entries that answer it, best first.</param>
/// <param name="Twisted">The question with the roles exchanged.</param>
/// <param name="Twist">What was exchanged.</param>
/// <param name="TwistedEntries">The entries that answer the twisted question; often none.</param>
internal sealed record RolePair(
    string Article, string Right, IReadOnlyList<string> RightEntries,
    string Twisted, string Twist, IReadOnlyList<string> TwistedEntries)
{
    private const int RequiredColumns = 5;

    private static readonly string Folder = TestFolders.Above(
        Path.Combine("tests", "PolicyBot.Knowledge.Tests", "Answering"))
        ?? throw new DirectoryNotFoundException("No folder above the tests holds role-pairs.tsv.");

    /// <summary>All pairs of role-pairs.tsv.</summary>
    public static IReadOnlyList<RolePair> All { get; } =
        [.. File.ReadLines(Path.Combine(Folder, "role-pairs.tsv")).Where(l => !l.StartsWith('#')).Select(Parse)];

    private static RolePair Parse(string line)
    {
        var columns = line.Split('\t');
        if (columns.Length is not (RequiredColumns or RequiredColumns + 1))
            throw new FormatException($"Five or six columns, separated by tabs: {line}");
        return new RolePair(
            columns[0], columns[1], columns[2].Split('|'), columns[3], columns[4],
            columns.Length > RequiredColumns ? columns[RequiredColumns].Split('|') : []);
    }
}
