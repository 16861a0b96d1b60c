using System.Collections.Frozen;
using FuzzySharp;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Grouping;

/// <summary>Puts questions together that ask much the same in other words.</summary>
public static class LikeQuestions
{
    // Of 100. Below it, questions that differ in the one word that matters come together.
    private const int MinLikeness = 80;

    private static readonly FrozenSet<string> Grammar = EnglishWords.Grammar.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// Groups questions by the stems of their telling words, in any order and with mistakes of typing. Each joins the group whose first question it is
    /// most like, where it is like enough; so the first ones should be those that matter most.
    /// </summary>
    /// <param name="questions">The questions; a few thousand at most, for each is compared with each group.</param>
    /// <returns>The numbers of the questions of each group, from 0; groups and questions in the order in which they came.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Group(IReadOnlyList<string> questions)
    {
        var words = new QuestionWords();
        List<(string Key, List<int> Questions)> groups = [];
        for (var number = 0; number < questions.Count; number++)
        {
            var key = KeyOf(questions[number], words);
            var (likeness, nearest) = groups.Select((g, i) => (Likeness: g.Key == key ? 100 : Fuzz.Ratio(g.Key, key), Group: i)).DefaultIfEmpty((-1, -1)).MaxBy(g => g.Item1);
            if (likeness >= MinLikeness) groups[nearest].Questions.Add(number);
            else groups.Add((key, [number]));
        }

        return [.. groups.Select(g => g.Questions)];
    }

    private static string KeyOf(string question, QuestionWords words)
    {
        words.Read(question);
        List<string> all = [], telling = [];
        Span<char> buffer = stackalloc char[QuestionWords.MaxWordLength + 1];
        foreach (var token in words.Tokens)
        {
            var word = words.TextOf(token);
            all.Add(word.ToString());
            if (Grammar.Contains(all[^1])) continue;
            word.CopyTo(buffer);
            telling.Add(buffer[..PorterStemmer.Stem(buffer, word.Length)].ToString());
        }

        // Where a question is all grammar, that is what it has.
        return string.Join(' ', (telling.Count > 0 ? telling : all).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }
}
