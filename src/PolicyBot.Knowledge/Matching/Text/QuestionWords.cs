using System.Globalization;

namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// A question taken apart into lower-case words: accents folded, invisible characters dropped, short forms spelt out, possessive and
/// verb endings after an apostrophe cut. Reused from question to question; not for two threads.
/// </summary>
internal sealed class QuestionWords
{
    /// <summary>Words past this many are not read; a question of 6,000 characters is answered by its first words.</summary>
    public const int MaxWords = 160;

    /// <summary>Characters of one word past this many are not read.</summary>
    public const int MaxWordLength = 48;

    // Stands for a character that is passed over, an invisible one or an accent.
    private const char Dropped = '\u0001';

    private static readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> ShortForms = EnglishWords.ShortForms
        .ToDictionary(p => p.Key, p => p.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Token[] tokens = new Token[MaxWords];
    private char[] characters = new char[1024];
    private (int Start, int End) source;
    private int used;
    private int count;
    private bool mayGoOn;

    /// <summary>The words, in order; the resolver of a set rewrites them in place.</summary>
    public Span<Token> Tokens => tokens.AsSpan(0, count);

    /// <summary>The word's characters, or those that it was read as.</summary>
    public ReadOnlySpan<char> TextOf(in Token token) => characters.AsSpan(token.Start, token.Length);

    /// <summary>Keeps the first <paramref name="length"/> tokens.</summary>
    public void Truncate(int length) => count = length;

    /// <summary>Puts <paramref name="text"/> in the place of a token's characters.</summary>
    public void Rewrite(ref Token token, ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(characters.AsSpan(used));
        (token.Start, token.Length) = (used, text.Length);
        used += text.Length;
    }

    /// <summary>Takes a question apart.</summary>
    /// <param name="question">The question.</param>
    /// <param name="isUnfinished">Whether it is still being typed: a word at its very end may go on, and is no short form.</param>
    public void Read(ReadOnlySpan<char> question, bool isUnfinished = false)
    {
        (used, count) = (0, 0);
        var folded = Fold(question);
        var isShouted = !folded.ContainsAnyInRange('a', 'z');
        var at = 0;
        while (at < folded.Length && count < MaxWords)
        {
            if (!char.IsLetterOrDigit(folded[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < folded.Length && (char.IsLetterOrDigit(folded[end]) || folded[end] == Dropped || IsInnerMark(folded, end))) end++;
            source = (at, end);
            mayGoOn = isUnfinished && end == folded.Length;
            AddWord(folded[at..end], isShouted);
            at = end;
        }
    }

    // An apostrophe inside a word, the points of "u.s.", the comma or point of a number.
    private static bool IsInnerMark(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 >= text.Length || !char.IsLetterOrDigit(text[at + 1])) return false;
        return text[at] switch
        {
            '\'' or '’' or 'ʼ' => true,
            ',' or '.' when char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]) => true,
            '.' => char.IsLetter(text[at + 1]) && (at < 2 || !char.IsLetterOrDigit(text[at - 2])),
            _ => false,
        };
    }

    // Every character stays in its place, so that a word can be shown as it was asked.
    private static ReadOnlySpan<char> Fold(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExceptInRange(' ', '\u007f')) return text;
        var folded = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            folded[i] = char.GetUnicodeCategory(text[i]) switch
            {
                UnicodeCategory.Control => ' ',
                UnicodeCategory.Format or UnicodeCategory.NonSpacingMark => Dropped,
                _ => LatinLetters.Fold(text[i]),
            };
        }

        return folded;
    }

    private void AddWord(ReadOnlySpan<char> word, bool isShouted)
    {
        Span<char> lower = stackalloc char[MaxWordLength];
        var n = 0;
        var apostrophe = -1;
        var drawnOut = '\0';
        foreach (var c in word)
        {
            if (n == MaxWordLength) break;
            if (c is '\'' or '’' or 'ʼ') apostrophe = n;
            else if (c is not ('.' or ',' or Dropped)) AddLetter(lower, ref n, char.ToLowerInvariant(c), ref drawnOut);
        }

        apostrophe = Math.Min(apostrophe, n);
        // "US" and "U.S." are the country; "us" is not, nor is "US" where all is in capitals.
        if (lower[..(apostrophe > 0 ? apostrophe : n)] is "us" && (word.Contains('.') || (word.StartsWith("US") && !isShouted))) AddPlain("usa");
        else if (apostrophe > 0) AddWithEnding(lower[..apostrophe], lower[apostrophe..n]);
        else AddPlain(lower[..n]);
    }

    // "sooo" is "so": a letter three times in a row or more stands for one.
    private static void AddLetter(Span<char> word, ref int length, char letter, ref char drawnOut)
    {
        if (letter == drawnOut) return;
        drawnOut = '\0';
        if (length >= 2 && char.IsLetter(letter) && word[length - 1] == letter && word[length - 2] == letter)
        {
            drawnOut = letter;
            length--;
            return;
        }

        word[length++] = letter;
    }

    private void AddWithEnding(ReadOnlySpan<char> stem, ReadOnlySpan<char> ending)
    {
        if (ending is "t" && stem[^1] == 'n')
        {
            var verb = stem is "can" or "won" ? stem : stem[..^1];
            Add(verb is "won" ? "will" : verb);
            Add("not");
        }
        else
        {
            AddPlain(stem);
            var verb = ending switch
            {
                "d" => "would",
                "ll" => "will",
                "ve" => "have",
                "re" => "are",
                "m" => "am",
                // After a name it is the possessive.
                "s" => EnglishWords.TakesIs.Contains(stem.ToString()) ? "is" : "",
                _ => ending,
            };
            Add(verb);
        }
    }

    private void AddPlain(ReadOnlySpan<char> word)
    {
        if (!mayGoOn && ShortForms.TryGetValue(word, out var forms))
        {
            foreach (var form in forms) Add(form);
        }
        else
        {
            Add(word);
        }
    }

    private void Add(ReadOnlySpan<char> word)
    {
        if (count == MaxWords || word.IsEmpty) return;
        Reserve(word.Length);
        word.CopyTo(characters.AsSpan(used));
        tokens[count++] = new Token(used, word.Length, 0, TokenKind.Unknown, 0, source.Start, source.End);
        used += word.Length;
    }

    private void Reserve(int length)
    {
        if (used + length > characters.Length) Array.Resize(ref characters, Math.Max(characters.Length * 2, used + length));
    }
}
