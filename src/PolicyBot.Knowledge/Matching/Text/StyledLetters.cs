namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// Maps Unicode's styled letters and digits to plain ones: mathematical bold, italic, script and the like, full-width,
/// circled, parenthesized and squared ones, and small capitals. Uses tables, because the runtime's own normalization
/// needs a system library that may be missing.
/// </summary>
internal static class StyledLetters
{
    private const int Alphabet = 26;

    // Mathematical alphabets are consecutive: capitals, then lower case. Letterlike symbols fill their gaps.
    private const int FirstMathLetter = 0x1D400;
    private const int LastMathLetter = 0x1D6A3;
    private const int FirstMathDigit = 0x1D7CE;
    private const int LastMathDigit = 0x1D7FF;
    private const int FirstFullWidth = 0xFF01;
    private const int LastFullWidth = 0xFF5E;
    private const int FullWidthOffset = 0xFF01 - '!';

    private const string Letterlike = "ℂCℊgℋHℌHℍHℎhℐIℑIℒLℓlℕNℙPℚQℛRℜRℝRℤZℨZ\u212AKℬBℭCℯeℰEℱFℳMℴoⅅDⅆdⅇeⅈiⅉj";
    private const string SmallCapitals = "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpꞯqʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz";

    private static readonly (int First, char Letter)[] Alphabets =
    [
        (0x249C, 'a'), (0x24B6, 'A'), (0x24D0, 'a'), (0x1F110, 'A'), (0x1F130, 'A'), (0x1F150, 'A'), (0x1F170, 'A'),
    ];

    /// <summary>Gets the plain letter, digit or mark of a styled one; '\0' for any other character.</summary>
    public static char Fold(int codePoint)
    {
        switch (codePoint)
        {
            case >= FirstFullWidth and <= LastFullWidth:
                return (char)(codePoint - FullWidthOffset);
            case >= FirstMathLetter and <= LastMathLetter:
                var letter = (codePoint - FirstMathLetter) % (2 * Alphabet);
                return (char)(letter < Alphabet ? 'A' + letter : 'a' + letter - Alphabet);
            case >= FirstMathDigit and <= LastMathDigit:
                return (char)('0' + ((codePoint - FirstMathDigit) % 10));
        }

        foreach (var (first, letter) in Alphabets)
        {
            if (codePoint >= first && codePoint < first + Alphabet) return (char)(letter + codePoint - first);
        }

        if (codePoint > char.MaxValue) return '\0';
        return FindInPairs(Letterlike, codePoint) ?? FindInPairs(SmallCapitals, codePoint) ?? '\0';
    }

    private static char? FindInPairs(string pairs, int codePoint)
    {
        var at = pairs.IndexOf((char)codePoint, StringComparison.Ordinal);
        return at >= 0 && at % 2 == 0 ? pairs[at + 1] : null;
    }
}
