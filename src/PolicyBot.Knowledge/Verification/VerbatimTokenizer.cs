using System.Globalization;
using System.Text;
using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Verification;

/// <summary>
/// Splits a text into words and punctuation marks, ignoring what may differ in a verbatim quotation: quotation marks,
/// the form of dashes and apostrophes, spaces, invisible characters, and marks of formatting.
/// </summary>
internal static class VerbatimTokenizer
{
    private const string FormattingMarks = "*_~|`>";
    private const string QuotationMarks = "\"“”„‟«»‹›‘’‚‛'´＂";
    private const string Apostrophes = "'’‘´ʼ＇";
    private const string LongDashes = "—―⸺";
    private const string ShortDashes = "-‐‑‒–−";

    /// <summary>Splits a text.</summary>
    public static List<VerbatimToken> Split(string text)
    {
        var tokens = new List<VerbatimToken>();
        for (var at = 0; at < text.Length;)
        {
            if (IsIgnored(text, at)) at++;
            else if (LengthOfEllipsis(text, at) is > 0 and var dots)
                at = Add(tokens, VerbatimToken.Ellipsis, at, at + dots);
            else if (IsWordPart(text, at)) at = AddWord(tokens, text, at);
            else if (IsDash(text[at])) at = Add(tokens, VerbatimToken.Dash, at, EndOfDashes(text, at));
            else at = Add(tokens, text[at].ToString(), at, at + 1);
        }

        return tokens;
    }

    /// <summary>Whether a character is a quotation mark, or an apostrophe used as one.</summary>
    public static bool IsQuotationMark(char c) => QuotationMarks.Contains(c, StringComparison.Ordinal);

    /// <summary>Whether a character is a hyphen or a dash.</summary>
    public static bool IsDash(char c) => IsShortDash(c) || LongDashes.Contains(c, StringComparison.Ordinal);

    private static bool IsShortDash(char c) => ShortDashes.Contains(c, StringComparison.Ordinal);

    private static int Add(List<VerbatimToken> tokens, string text, int start, int end)
    {
        tokens.Add(new VerbatimToken(text, new TextSpan(start, end), IsWord: false));
        return end;
    }

    private static int AddWord(List<VerbatimToken> tokens, string text, int start)
    {
        var word = new StringBuilder();
        var at = start;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (IsWordPart(text, at)) word.Append(c);
            else if (IsInvisible(c)) continue;
            else if (!IsInside(text, at)) break;
            else if (Apostrophes.Contains(c, StringComparison.Ordinal)) word.Append('\'');
            else if (IsShortDash(c)) word.Append('-');
            else if (c is '.' or ',' or ':' && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]))
                word.Append(c);
            else break;
        }

        tokens.Add(new VerbatimToken(
            word.ToString().Normalize(NormalizationForm.FormC), new TextSpan(start, at), IsWord: true));
        return at;
    }

    private static bool IsIgnored(string text, int at) =>
        char.IsWhiteSpace(text[at])
        || IsInvisible(text[at])
        || FormattingMarks.Contains(text[at], StringComparison.Ordinal)
        || IsQuotationMark(text[at]);

    // Zero-width spaces and joiners, soft hyphens, byte order marks, and what is not a character.
    private static bool IsInvisible(char c) =>
        !char.IsWhiteSpace(c)
        && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control;

    private static bool IsWordPart(string text, int at) =>
        char.IsLetterOrDigit(text[at])
        || char.IsSurrogate(text[at])
        || CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark;

    private static bool IsInside(string text, int at) =>
        at > 0 && at + 1 < text.Length && IsWordPart(text, at - 1) && IsWordPart(text, at + 1);

    private static int EndOfDashes(string text, int at)
    {
        while (at < text.Length && IsDash(text[at])) at++;
        return at;
    }

    // "…", "...", ". . .", and the same in brackets.
    private static int LengthOfEllipsis(string text, int at)
    {
        var start = at;
        var isBracketed = text[at] is '[' or '(';
        if (isBracketed) at = SkipSpaces(text, at + 1);
        var dots = 0;
        for (; at < text.Length && text[at] is '.' or '…'; at = SkipSpaces(text, at + 1))
            dots += text[at] == '…' ? 3 : 1;
        if (dots < 3) return 0;
        if (isBracketed) return at < text.Length && text[at] is ']' or ')' ? at + 1 - start : 0;
        while (char.IsWhiteSpace(text[at - 1])) at--;
        return at - start;
    }

    private static int SkipSpaces(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u00A0' or '\u202F') at++;
        return at;
    }
}
