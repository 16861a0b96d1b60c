using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyBot.Knowledge.Answering;

/// <summary>Reads numbers in many notations: 1,000, 1.5 billion, $65bn, eight, 8th.</summary>
internal static partial class NumberReader
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens =
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>
    /// Parses one word: digits, with or without an ordinal suffix, or a number word below one hundred.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> word, out decimal number)
    {
        var match = Digits().Match(word.ToString());
        if (match.Success)
        {
            var digits = match.Groups[1].Value.Replace(",", "", StringComparison.Ordinal);
            return decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out number);
        }

        var lower = word.ToString().ToLowerInvariant();
        number = Array.IndexOf(Small, lower);
        if (number >= 0) return true;
        var tens = Array.IndexOf(Tens, lower);
        number = (tens + 2) * 10;
        return tens >= 0;
    }

    /// <summary>
    /// Finds all numbers of a text, each as written and multiplied by the scale that follows (1.5 billion is 1.5 and
    /// 1,500,000,000).
    /// </summary>
    public static IEnumerable<decimal> FindAll(string text)
    {
        foreach (Match match in Anywhere().Matches(text))
        {
            if (!TryParse(match.Value, out var number)) continue;
            yield return number;
            yield return ApplyScale(text, match.Index + match.Length, number);
        }
    }

    /// <summary>Multiplies a number by the scale that follows it in the text.</summary>
    public static decimal ApplyScale(string text, int end, decimal number)
    {
        var scale = Scale().Match(text, end);
        if (!scale.Success || number > 1_000_000_000m) return number;
        return number * char.ToLowerInvariant(scale.Groups[1].Value[0]) switch
        {
            'h' => 100m,
            't' when scale.Value.Contains("tr", StringComparison.OrdinalIgnoreCase) => 1_000_000_000_000m,
            't' or 'k' => 1_000m,
            'm' => 1_000_000m,
            _ => 1_000_000_000m,
        };
    }

    /// <summary>Whether a number says how long the reply should be: "in 100 words".</summary>
    public static bool IsRequestedLength(string text, int end) => RequestedLength().IsMatch(text, end);

    [GeneratedRegex(@"^\D?(\d[\d,]*(?:\.\d+)?)(?:st|nd|rd|th|s|%|k|bn|m)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Digits();

    [GeneratedRegex(
        @"\d[\d,]*(?:\.\d+)?"
        + @"|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
        + @"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Anywhere();

    [GeneratedRegex(
        @"\G[\s-]*(hundred|thousand|k\b|million|mn?\b|billion|bn\b|b\b|trillion|tn\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Scale();

    [GeneratedRegex(
        @"\G\s*(?:words?|characters?|chars|letters|sentences?|lines?|bullets?|points?|paragraphs?)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex RequestedLength();
}
