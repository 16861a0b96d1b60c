namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>Reads the lists of English words embedded in this assembly (the folder <c>Words</c>).</summary>
internal static class WordLists
{
    private const char Comment = '#';

    /// <summary>Reads the lines of a list, trimmed, without empty lines and comments ("#").</summary>
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

    /// <summary>Reads the words of a list, separated by spaces or lines.</summary>
    /// <param name="name">The name of its file, without the extension.</param>
    public static string[] ReadWords(string name) =>
        [.. ReadLines(name).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>
    /// Reads the groups of a list whose lines are <c>name: value value</c>; a name may occur more than once.
    /// </summary>
    /// <param name="name">The name of its file, without the extension.</param>
    /// <param name="separator">The separator of the values.</param>
    public static IEnumerable<(string Name, string[] Values)> ReadGroups(string name, char separator) =>
        from line in ReadLines(name)
        let parts = line.Split(':', 2)
        let values = parts[1].Split(
            separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        select (parts[0], values);

    /// <summary>Opens an embedded list.</summary>
    /// <param name="name">The name of its file, without the extension.</param>
    /// <exception cref="InvalidOperationException">The assembly has no such list.</exception>
    public static Stream Open(string name) =>
        typeof(WordLists).Assembly.GetManifestResourceStream($"PolicyBot.Words.{name}.txt")
        ?? throw new InvalidOperationException($"The list of words “{name}” is not embedded in this assembly.");
}
