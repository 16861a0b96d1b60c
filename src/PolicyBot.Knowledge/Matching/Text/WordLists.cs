namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>Reads the lists of English words that are embedded in this assembly (the folder <c>Words</c>).</summary>
internal static class WordLists
{
    private const char Comment = '#';

    /// <summary>The lines of a list, trimmed, in order, without empty ones and those that begin with "#".</summary>
    /// <param name="name">The name of its file, without the extension.</param>
    public static IReadOnlyList<string> ReadLines(string name)
    {
        using var reader = new StreamReader(Open(name));
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            line = line.Trim();
            if (line.Length > 0 && line[0] != Comment) lines.Add(line);
        }

        return lines;
    }

    /// <summary>The words of a list, which are separated by spaces or lines.</summary>
    /// <param name="name">The name of its file, without the extension.</param>
    public static string[] ReadWords(string name) =>
        [.. ReadLines(name).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>
    /// The groups of a list whose lines are <c>name: value value</c>; a name may come more than once.
    /// </summary>
    /// <param name="name">The name of its file, without the extension.</param>
    /// <param name="separator">What separates the values.</param>
    public static IEnumerable<(string Name, string[] Values)> ReadGroups(string name, char separator) =>
        from line in ReadLines(name)
        let parts = line.Split(':', 2)
        select (parts[0], parts[1].Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Opens a list as it was embedded.</summary>
    /// <param name="name">The name of its file, without the extension.</param>
    /// <exception cref="InvalidOperationException">The assembly has no such list.</exception>
    public static Stream Open(string name) =>
        typeof(WordLists).Assembly.GetManifestResourceStream($"PolicyBot.Words.{name}.txt")
        ?? throw new InvalidOperationException($"The list of words “{name}” is not embedded in this assembly.");
}
