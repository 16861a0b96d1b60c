using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Benchmarks.Connection;

/// <summary>The options of <c>/ask</c> for questions about the shipped article.</summary>
internal static class MixedQuestions
{
    /// <summary>The name of the option for the question.</summary>
    public const string Option = "question";

    private static readonly string[] Words =
        [.. WordLists.ReadWords("english-words").Where(w => w.Length == 7).Take(500)];

    /// <summary>Creates one of a few questions that their words decide.</summary>
    public static Dictionary<string, object> Create(int i) =>
        new()
        {
            [Option] = (i % 3) switch
            {
                0 => "Who signed the letter?",
                1 => "what does facebook say about encryption",
                _ => "did Google sign?",
            },
        };

    /// <summary>
    /// Creates questions one in three of which needs the sentence encoder. None of those comes twice in 250,000.
    /// </summary>
    public static Dictionary<string, object> CreateForEncoder(int i) => i % 3 == 0
        ? new() { [Option] = $"how could facebook protect {Word(i)} from {Word(i / Words.Length)}" }
        : Create(i);

    private static string Word(int i) => Words[i % Words.Length];
}
