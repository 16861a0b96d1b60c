using System.Collections.Frozen;
using FuzzySharp;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Clustering;

/// <summary>What tells a question from others: the stems of its telling words, and whether it asks who, when, where, why or how.</summary>
internal sealed class AskedWords
{
    // Of 100: one letter wrong in five, or two that changed places.
    private const int MinLikeness = 80;

    // Shorter words differ in a letter and are others: Iran and Iraq.
    private const int MinTypoLength = 5;

    // For as many words that two questions share, one of them may have one more.
    private const int WordsPerExtra = 3;

    private static readonly FrozenSet<string> Grammar = EnglishWords.Grammar.ToFrozenSet(StringComparer.Ordinal);

    private readonly HashSet<string> _telling = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asking = new(StringComparer.Ordinal);

    /// <summary>Those of a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="words">Takes it apart.</param>
    public AskedWords(string question, QuestionTokenizer words)
    {
        words.Read(question);
        List<string> all = [];
        Span<char> buffer = stackalloc char[QuestionTokenizer.MaxWordLength + 1];
        foreach (var token in words.Tokens)
        {
            var word = words.TextOf(token);
            all.Add(word.ToString());
            if (Asks(all[^1]) is { } asks) _asking.Add(asks);
            if (Grammar.Contains(all[^1])) continue;
            word.CopyTo(buffer);
            _telling.Add(buffer[..PorterStemmer.Stem(buffer, word.Length)].ToString());
        }

        // Where a question is all grammar, that is what it has.
        if (_telling.Count == 0) _telling.UnionWith(all);
    }

    /// <summary>
    /// How far a question is from another that asks much the same: one has every word of the other, in any order and with mistakes of typing, and hardly
    /// more. Where each has a word that the other lacks, it is the word that matters, however much else they share.
    /// </summary>
    /// <returns>How many words one has more, and how many are typed otherwise; null where they ask different things.</returns>
    public (int Extra, int Typos)? DistanceTo(AskedWords other)
    {
        if (_asking.Count > 0 && other._asking.Count > 0 && !_asking.Overlaps(other._asking)) return null;
        var (shorter, longer) = _telling.Count <= other._telling.Count ? (_telling, other._telling) : (other._telling, _telling);
        var extra = longer.Count - shorter.Count;
        if (extra > shorter.Count / WordsPerExtra) return null;
        var typos = 0;
        foreach (var word in shorter)
        {
            if (longer.Contains(word)) continue;
            if (!IsTypedOtherwise(word, longer, shorter)) return null;
            typos++;
        }

        return (extra, typos);
    }

    // "What" and "which" can stand for each of them.
    private static string? Asks(string word) => word switch
    {
        "who" or "whom" or "whose" => "who",
        "when" or "where" or "why" or "how" => word,
        _ => null,
    };

    private static bool IsTypedOtherwise(string word, HashSet<string> there, HashSet<string> here)
    {
        foreach (var other in there)
        {
            if (IsTypo(word, other) && !here.Contains(other)) return true;
        }

        return false;
    }

    private static bool IsTypo(string one, string other) =>
        Math.Min(one.Length, other.Length) >= MinTypoLength && Math.Abs(one.Length - other.Length) <= 1 && one[0] == other[0]
        && !one.Any(char.IsDigit) && !other.Any(char.IsDigit) && Fuzz.Ratio(one, other) >= MinLikeness;
}
