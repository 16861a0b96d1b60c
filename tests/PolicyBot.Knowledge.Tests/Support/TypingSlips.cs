namespace PolicyBot.Knowledge.Tests.Support;

/// <summary>Makes typing mistakes: one in each word of more than four letters.</summary>
internal static class TypingSlips
{
    public static string Add(string text, Random random) =>
        string.Join(' ', text.Split(' ').Select(w => w.Length > 4 ? AddToWord(w, random) : w));

    // Doubled, missing, wrong or transposed.
    private static string AddToWord(string word, Random random)
    {
        while (true)
        {
            var at = random.Next(word.Length - 1);
            var slipped = random.Next(4) switch
            {
                0 => word.Insert(at, word[at].ToString()),
                1 => word.Remove(at, 1),
                2 => word[..at] + (char)('a' + random.Next(26)) + word[(at + 1)..],
                _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
            };
            if (slipped != word) return slipped;
        }
    }
}
