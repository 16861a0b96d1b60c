using System.Reflection;
using System.Text.Json.Nodes;

namespace PolicyBot.TestUtilities;

/// <summary>Compares a text with its approved copy, a file next to the tests.</summary>
public static class Approved
{
    /// <summary>The environment variable with which differences are approved.</summary>
    public const string Approving = "POLICYBOT_APPROVE";

    private static readonly string Tests =
        Assembly.GetEntryAssembly()!
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "TestFolder").Value!;

    /// <summary>Fails if the text isn't the approved one. In approval mode, approves it instead.</summary>
    /// <param name="path">The approved file, relative to the tests' folder.</param>
    /// <param name="actual">The text.</param>
    public static void Equal(string path, string actual)
    {
        var approved = Path.Combine(Tests, path);
        var expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : null;
        if (actual == expected) return;
        if (Environment.GetEnvironmentVariable(Approving) == "1")
        {
            Write(approved, actual);
            return;
        }

        var received =
            Path.ChangeExtension(Path.Combine(AppContext.BaseDirectory, path), ".received" + Path.GetExtension(path));
        Write(received, actual);
        var difference = expected is null
            ? "is not there yet"
            : $"differs from line {FirstDifference(expected, actual)} on";
        Assert.Fail(
            $"{path} {difference}. If {received} is right, approve it: run the test again with {Approving}=1 in the "
                + "environment.");
    }

    /// <summary>Reads the JSON of an approved file.</summary>
    public static JsonNode Read(string path) => JsonNode.Parse(File.ReadAllText(Path.Combine(Tests, path)))!;

    /// <summary>The names of the approved files in a folder.</summary>
    public static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Tests, folder)).Select(f => Path.GetFileName(f));

    private static void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private static int FirstDifference(string expected, string actual) =>
        expected.Split('\n').Zip(actual.Split('\n')).TakeWhile(l => l.First == l.Second).Count() + 1;
}
