using System.Collections.Frozen;
using FuzzySharp;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Matching;

/// <summary>What tells a question from others: the stems of its telling words, and whether it asks who, when, where, why or how.</summary>
internal sealed class QuestionSignature
{
    // Of 100: one letter wrong in five, or two that changed places.
    private const int MinRatio = 80;

    // Shorter words differ in a letter and are others: Iran and Iraq.
    private const int MinTypoLength = 5;

    // For as many words that two questions share, one of them may have one more.
    private const int WordsPerExtra = 3;

    private static readonly FrozenSet<string> Grammar = EnglishWords.Grammar.ToFrozenSet(StringComparer.Ordinal);

    private readonly HashSet<string> _keywords = new(StringComparer.Ordinal);
    private readonly HashSet<string> _interrogatives = new(StringComparer.Ordinal);

    /// <summary>Those of a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="words">Takes it apart.</param>
    public QuestionSignature(string question, QuestionTokenizer words)
    {
        words.Read(question);
        List<string> all = [];
        Span<char> buffer = stackalloc char[QuestionTokenizer.MaxWordLength + 1];
        foreach (var token in words.Tokens)
        {
            var word = words.GetText(token);
            all.Add(word.ToString());
            if (GetInterrogative(all[^1]) is { } asks) _interrogatives.Add(asks);
            if (Grammar.Contains(all[^1])) continue;
            word.CopyTo(buffer);
            _keywords.Add(buffer[..PorterStemmer.Stem(buffer, word.Length)].ToString());
        }

        // Where a question is all grammar, that is what it has.
        if (_keywords.Count == 0) _keywords.UnionWith(all);
    }

    /// <summary>
    /// How far a question is from another that asks much the same: one has every word of the other, in any order and with mistakes of typing, and hardly
    /// more. Where each has a word that the other lacks, it is the word that matters, however much else they share.
    /// </summary>
    /// <returns>How many words one has more, and how many are typed otherwise; null where they ask different things.</returns>
    public (int Extra, int Typos)? GetDistance(QuestionSignature other)
    {
        if (_interrogatives.Count > 0 && other._interrogatives.Count > 0 && !_interrogatives.Overlaps(other._interrogatives)) return null;
        var (shorter, longer) = _keywords.Count <= other._keywords.Count ? (_keywords, other._keywords) : (other._keywords, _keywords);
        var extra = longer.Count - shorter.Count;
        if (extra > shorter.Count / WordsPerExtra) return null;
        var typos = 0;
        foreach (var word in shorter)
        {
            if (longer.Contains(word)) continue;
            if (!HasTypoOf(word, longer, shorter)) return null;
            typos++;
        }

        return (extra, typos);
    }

    // "What" and "which" can stand for each of them.
    private static string? GetInterrogative(string word) => word switch
    {
        "who" or "whom" or "whose" => "who",
        "when" or "where" or "why" or "how" => word,
        _ => null,
    };

    private static bool HasTypoOf(string word, HashSet<string> there, HashSet<string> here)
    {
        foreach (var other in there)
        {
            if (IsTypo(word, other) && !here.Contains(other)) return true;
        }

        return false;
    }

    private static bool IsTypo(string one, string other) =>
        Math.Min(one.Length, other.Length) >= MinTypoLength && Math.Abs(one.Length - other.Length) <= 1 && one[0] == other[0]
        && !one.Any(char.IsDigit) && !other.Any(char.IsDigit) && Fuzz.Ratio(one, other) >= MinRatio;
}
