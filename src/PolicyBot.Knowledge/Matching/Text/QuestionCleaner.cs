using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// Blanks everything in a chat message that is not words: links, mentions, emoji, timestamps, formatting and the
/// headers of pasted messages. Styled letters become plain ones. Every character keeps its position.
/// </summary>
internal static partial class QuestionCleaner
{
    /// <summary>Replaces a character that is ignored inside a word.</summary>
    public const char Dropped = '\u0001';

    private const char Keycap = '\u20E3';
    private const char Information = 'ℹ';
    private const char JoinsEmoji = '\u200D';

    private const string Time = @"\d{1,2}:\d{2}(?:[ \u00A0\u202F]?[AP]M)?";
    private const string Date = @"(?:(?:Today|Yesterday)(?: at)?|\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?) ";
    private const string LineEnd = @"[ \t]*(?=[\r\n]|\z)";

    private static readonly SearchValues<char> Triggers = SearchValues.Create("<>:/*~|`_@\n\r");

    /// <summary>Whether a text may need cleaning; most plain questions don't.</summary>
    public static bool IsNeeded(ReadOnlySpan<char> text) =>
        text.ContainsAny(Triggers)
        || text.ContainsAnyExceptInRange('\0', '\u007f')
        || text.Contains("www.", StringComparison.OrdinalIgnoreCase);

    /// <summary>The words of a message: a cleaned copy, without the characters that are skipped.</summary>
    public static string CleanCopy(string text)
    {
        if (!IsNeeded(text)) return text;
        var copy = text.ToCharArray();
        Clean(copy);
        return new string(copy).Replace(Dropped.ToString(), "", StringComparison.Ordinal);
    }

    /// <summary>Cleans a text in place.</summary>
    public static void Clean(Span<char> text)
    {
        if (text.Contains(':')) BlankAll(text, PastedHeader());
        if (text.Contains('[')) BlankAll(text, PastedPrefix());
        BlankAll(text, Link());
        if (text.Contains('<')) BlankAll(text, Markup());
        if (text.Contains(':')) BlankAll(text, EmojiName());
        if (text.Contains('@')) BlankAll(text, MentionOfAll());
        if (text.Contains('`')) BlankAll(text, CodeLanguage());
        if (text.ContainsAnyExceptInRange('\0', '\u007f')) CleanSymbols(text);
        CleanFormatting(text);
    }

    private static void BlankAll(Span<char> text, Regex pattern)
    {
        // The length stays the same, so the enumeration can continue.
        foreach (var match in pattern.EnumerateMatches(text)) text.Slice(match.Index, match.Length).Fill(' ');
    }

    private static void CleanSymbols(Span<char> text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (char.IsAscii(text[i]))
            {
                var length = GetKeycapLength(text[i..]);
                text.Slice(i, length).Fill(' ');
                i += Math.Max(1, length);
                continue;
            }

            if (Rune.DecodeFromUtf16(text[i..], out var rune, out var units) != OperationStatus.Done)
            {
                i++;
                continue;
            }

            var symbol = text.Slice(i, units);
            if (StyledLetters.Fold(rune.Value) is not '\0' and var plain)
            {
                symbol.Fill(Dropped);
                symbol[0] = plain;
            }
            else if (IsEmoji(rune.Value))
            {
                symbol.Fill(' ');
            }
            else if (IsPartOfEmoji(rune.Value))
            {
                symbol.Fill(Dropped);
            }

            i += units;
        }
    }

    // A keycap emoji: a digit or one of two signs, followed by a combining keycap.
    private static int GetKeycapLength(ReadOnlySpan<char> text)
    {
        if (!char.IsAsciiDigit(text[0]) && text[0] is not ('#' or '*')) return 0;
        var at = 1;
        if (at < text.Length && text[at] == '\uFE0F') at++;
        return at < text.Length && text[at] == Keycap ? at + 1 : 0;
    }

    private static bool IsEmoji(int codePoint) =>
        codePoint is Information or (>= 0x2300 and <= 0x23FF) or (>= 0x2600 and <= 0x27BF) or (>= 0x2B00 and <= 0x2BFF)
            or (>= 0x1F000 and <= 0x1FAFF);

    private static bool IsPartOfEmoji(int codePoint) =>
        codePoint is JoinsEmoji or Keycap or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0020 and <= 0xE007F);

    // Marks inside a word don't split it ("**E**ncryption").
    private static void CleanFormatting(Span<char> text)
    {
        for (var i = 0; i < text.Length;)
        {
            var mark = text[i];
            var end = i + 1;
            if (mark is '*' or '~' or '|' or '`' or '_')
            {
                while (end < text.Length && text[end] == mark) end++;
                var isInside = i > 0 && end < text.Length && char.IsLetter(text[i - 1]) && char.IsLetter(text[end]);
                if (end - i > 1 || mark is '*' or '`') text[i..end].Fill(isInside && end - i > 1 ? Dropped : ' ');
            }
            else if (mark == '>' && IsLineStart(text[..i]))
            {
                text[i] = ' ';
            }

            i = end;
        }
    }

    private static bool IsLineStart(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(' ');
        return before.IsEmpty || before[^1] is '\n' or '\r';
    }

    // "name — Today at 10:22", "name  Yesterday at 9:05 PM", the name on the line above, or the time by itself.
    [GeneratedRegex(
        @"^(?:[^\r\n?]{0,80}?(?:[—–] ?| - |[ \t]{2,})" + Date + Time + LineEnd
        + @"|[^\r\n?]{1,80}? [—–] " + Time + @"[ \t]*(?=[\r\n])"
        + @"|[^\r\n?]{1,40}\r?\n[ \t]*[—–] ?(?:" + Date + ")?" + Time + LineEnd + ")",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex PastedHeader();

    // "[10:22] name:" before the text of a message.
    [GeneratedRegex(
        @"^[ \t]*\[(?:" + Date + ")?" + Time + @"\][ \t]*[^\r\n:?]{1,40}:",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex PastedPrefix();

    // A link with a text ends at the parenthesis.
    [GeneratedRegex(
        @"(?<=\]\()(?:[a-z]{2,10}://|www\.)[^\s)]+|(?<![\p{L}\p{N}])(?:[a-z]{2,10}://|www\.)[^\s<>]+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    // Mentions of users, roles, channels and commands, custom emoji, timestamps and guide links, as chat platforms send
    // them.
    [GeneratedRegex(
        @"<(?:@[!&]?\d+|#\d+|a?:\w{1,40}:\d+|t:-?\d+(?::[A-Za-z])?|/[^<>:\r\n]{1,100}:\d+|id:\w{1,20}(?::\d+)?)>",
        RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    // ":thinking:"; but not a time ("10:22:33").
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}]):(?:[A-Za-z0-9_]{0,20}[A-Za-z_][A-Za-z0-9_+-]{0,40}|[+-]1|100|1234):",
        RegexOptions.CultureInvariant)]
    private static partial Regex EmojiName();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])@(?:everyone|here)\b", RegexOptions.CultureInvariant)]
    private static partial Regex MentionOfAll();

    [GeneratedRegex(@"```[A-Za-z0-9+#-]{1,15}(?=\r?\n)", RegexOptions.CultureInvariant)]
    private static partial Regex CodeLanguage();
}
