namespace PolicyBot.Tests.Support;

/// <summary>Compares a rendered text with the copy that was approved, a file beside the test.</summary>
internal static class Approved
{
    public static void Equal(string folder, string name, string actual)
    {
        var approved = Path.Combine(AppContext.BaseDirectory, folder, name + ".approved.txt");
        var expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (actual == expected) return;
        var received = Path.Combine(AppContext.BaseDirectory, folder, name + ".received.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, actual);
        Assert.Fail($"Not as approved; if {received} is right, copy it to {folder}/{name}.approved.txt.\n{actual}");
    }
}
