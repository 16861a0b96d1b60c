using System.Globalization;
using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Curation.Text;

/// <summary>
/// Splits a text into words. Hyphens separate words (End-to-End is three) but not numbers (4-year is one).
/// </summary>
internal static class WordTokenizer
{
    public static List<Word> Tokenize(string text)
    {
        var words = new List<Word>();
        var sentences = SentenceSplitter.SplitSentences([new Passage(text, new TextSpan(0, text.Length))]);
        var sentence = 0;
        for (var at = 0; at < text.Length;)
        {
            if (!IsWordCharacter(text, at))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < text.Length && IsWordCharacter(text, end)) end++;
            var begins = OpensQuotation(text, at);
            while (sentence < sentences.Count && sentences[sentence].Span.Start <= at)
            {
                begins = true;
                sentence++;
            }

            words.Add(new Word(text[at..end], begins));
            at = end;
        }

        return words;
    }

    private static bool IsWordCharacter(string text, int at)
    {
        var character = text[at];
        if (char.IsLetterOrDigit(character) || char.IsSurrogate(character)) return true;
        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        return character switch
        {
            '\'' or '’' => char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after),
            '.' => char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after),
            ',' or ':' or '/' => char.IsDigit(before) && char.IsDigit(after),
            '-' or '‑' => (char.IsDigit(before) && char.IsLetterOrDigit(after))
                || (char.IsLetterOrDigit(before) && char.IsDigit(after)),
            '%' => char.IsDigit(before),
            _ => char.GetUnicodeCategory(character) switch
            {
                UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => true,
                UnicodeCategory.CurrencySymbol => char.IsDigit(before) || char.IsDigit(after),
                _ => false,
            },
        };
    }

    private static bool OpensQuotation(string text, int at)
    {
        if (at == 0) return false;
        var mark = text[at - 1];
        if (mark is '“' or '‘' or '„' or '«') return true;
        return mark is '"' or '\'' && (at == 1 || char.IsWhiteSpace(text[at - 2]) || text[at - 2] is '(' or '“' or '"');
    }
}
