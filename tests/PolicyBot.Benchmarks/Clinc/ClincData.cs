namespace PolicyBot.Benchmarks.Clinc;

/// <summary>CLINC150 as files of "entry, tab, text" lines; an empty entry is out of scope.</summary>
internal sealed record ClincData(
    IReadOnlyList<string> Entries,
    IReadOnlyList<IReadOnlyList<string>> Phrasings,
    IReadOnlyList<ClincQuestion> Validation,
    IReadOnlyList<ClincQuestion> Test)
{
    public static ClincData Load(string folder, int seed)
    {
        var training = Lines(Path.Combine(folder, $"phrasings-5-seed{seed}.tsv"));
        string[] entries = [.. training.Select(l => l.Entry).Distinct()];
        var byEntry = training.ToLookup(l => l.Entry, l => l.Text);
        return new ClincData(
            entries,
            [.. entries.Select(e => (IReadOnlyList<string>)[.. byEntry[e]])],
            Questions(Path.Combine(folder, "val.tsv"), entries),
            Questions(Path.Combine(folder, "test.tsv"), entries));
    }

    /// <summary>The same phrasings with one question of several.</summary>
    public ClincData TakeEvery(int step) => this with
    {
        Validation = [.. Validation.Where((_, i) => i % step == 0)],
        Test = [.. Test.Where((_, i) => i % step == 0)],
    };

    private static ClincQuestion[] Questions(string path, string[] entries) =>
        [.. Lines(path).Select(
            l => new ClincQuestion(l.Text, l.Entry.Length == 0 ? null : Array.IndexOf(entries, l.Entry)))];

    private static (string Entry, string Text)[] Lines(string path) =>
        [.. File.ReadLines(path).Select(l => l.Split('\t')).Where(f => f.Length == 2).Select(f => (f[0], f[1]))];
}
