using System.Collections.Frozen;
using FuzzySharp;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Matching;

/// <summary>
/// What distinguishes a question from others: the stems of its keywords, and whether it asks who, when, where, why or
/// how.
/// </summary>
internal sealed class QuestionSignature
{
    // Of 100: allows one wrong letter in five, or two swapped letters.
    private const int MinRatio = 80;

    // Shorter words that differ in a letter are different words: Iran and Iraq.
    private const int MinTypoLength = 5;

    // One question may have one extra word for each this many shared words.
    private const int WordsPerExtra = 3;

    private static readonly FrozenSet<string> Grammar = EnglishWords.Grammar.ToFrozenSet(StringComparer.Ordinal);

    private readonly HashSet<string> _keywords = new(StringComparer.Ordinal);
    private readonly HashSet<string> _interrogatives = new(StringComparer.Ordinal);

    /// <summary>Reads the signature of a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="words">A tokenizer to use.</param>
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

        // A question of function words only is compared by those.
        if (_keywords.Count == 0) _keywords.UnionWith(all);
    }

    /// <summary>The stems of its keywords; none for a text without words.</summary>
    public IReadOnlyCollection<string> Keywords => _keywords;

    /// <summary>
    /// Gets the distance to another question that asks much the same: one has every word of the other, in any order and
    /// with typos, and hardly more. If each has a word that the other lacks, they ask different things, however much
    /// they share.
    /// </summary>
    /// <returns>The number of extra words and of typos; null if they ask different things.</returns>
    public (int Extra, int Typos)? GetDistance(QuestionSignature other)
    {
        var bothAsk = _interrogatives.Count > 0 && other._interrogatives.Count > 0;
        if (bothAsk && !_interrogatives.Overlaps(other._interrogatives)) return null;
        var (shorter, longer) =
            _keywords.Count <= other._keywords.Count ? (_keywords, other._keywords) : (other._keywords, _keywords);
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

    /// <summary>Whether two words differ only by a typo.</summary>
    public static bool IsTypo(string one, string other) =>
        Math.Min(one.Length, other.Length) >= MinTypoLength
        && Math.Abs(one.Length - other.Length) <= 1
        && one[0] == other[0]
        && !one.Any(char.IsDigit) && !other.Any(char.IsDigit) && Fuzz.Ratio(one, other) >= MinRatio;

    // "What" and "which" are compatible with all of them.
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
}
