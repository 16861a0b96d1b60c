namespace PolicyBot.Benchmarks.Clinc;

/// <summary>
/// Adds typos: one random edit (a letter added, dropped, changed, or swapped with the next) in three of ten words.
/// </summary>
internal static class Typos
{
    public static string Add(string question, Random random) =>
        string.Join(' ', question.Split(' ').Select(w => random.NextDouble() < 0.3 ? Edit(w, random) : w));

    private static string Edit(string word, Random random)
    {
        if (word.Length < 2) return word;
        var at = random.Next(word.Length);
        var letter = (char)('a' + random.Next(26));
        return random.Next(4) switch
        {
            0 => word.Insert(at, letter.ToString()),
            1 => word.Remove(at, 1),
            2 => word[..at] + letter + word[(at + 1)..],
            _ => at + 1 < word.Length ? word[..at] + word[at + 1] + word[at] + word[(at + 2)..] : word,
        };
    }
}
