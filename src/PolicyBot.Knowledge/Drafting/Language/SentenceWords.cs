using System.Text.RegularExpressions;
using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Drafting.Language;

/// <summary>Splits sentences into words, which keep their positions.</summary>
internal static partial class SentenceWords
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal)
    {
        "Mr", "Mrs", "Ms", "Messrs", "Dr", "Prof", "Rev", "St", "Jr", "Sr", "Gen", "Col", "Capt", "Lt", "Sgt", "Sen",
        "Rep",
        "Gov", "Jan", "Feb", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "Inc", "Co", "Corp", "Ltd", "No",
    };

    /// <summary>Reads the words of a sentence.</summary>
    public static IReadOnlyList<SentenceWord> Read(Passage sentence)
    {
        var text = sentence.Text;
        var words = new List<SentenceWord>();
        var last = 0;
        foreach (Match match in Word().Matches(text))
        {
            var (start, end) = (match.Index, match.Index + match.Length);
            if (start < last) continue;
            var word = match.Value;
            var isPossessive = word.Length > 2 && (word.EndsWith("’s", StringComparison.Ordinal)
                || word.EndsWith("'s", StringComparison.Ordinal));
            if (isPossessive) word = word[..^2];
            // The full stop of an abbreviation or an initial belongs to it.
            if (end < text.Length && text[end] == '.' && !isPossessive && IsAbbreviated(word))
            {
                word += ".";
                end++;
            }

            words.Add(new SentenceWord(
                word, sentence.Span.Start + start, sentence.Span.Start + end, isPossessive, text[last..start]));
            last = end;
        }

        return words;
    }

    private static bool IsAbbreviated(string word) =>
        Abbreviations.Contains(word) || (word.Length == 1 && char.IsUpper(word[0]) && word != "I")
        || Initials().IsMatch(word);

    [GeneratedRegex(@"[$€£]?[\p{L}\p{Nd}](?:[\p{L}\p{Nd}\p{M}]|[’'.,&/-](?=[\p{L}\p{Nd}]))*%?")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:\p{Lu}\.)+\p{Lu}$")]
    private static partial Regex Initials();
}
