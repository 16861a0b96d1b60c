using System.Globalization;
using System.Text;

namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// Splits questions into lower-case words: without accents and invisible characters, with short forms spelled out and
/// endings after an apostrophe removed. Reusable; not thread-safe.
/// </summary>
internal sealed class QuestionTokenizer
{
    /// <summary>The maximum number of words; a question of 6,000 characters is answered by its first words.</summary>
    public const int MaxWords = 160;

    /// <summary>The maximum length of a word; further characters are ignored.</summary>
    public const int MaxWordLength = 48;

    // Marks an ignored character: an invisible one or an accent.
    private const char Dropped = QuestionCleaner.Dropped;

    private static readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> ShortForms =
        EnglishWords.ShortForms
            .ToDictionary(
                p => p.Key, p => p.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Token[] _tokens = new Token[MaxWords];
    private char[] _characters = new char[1024];
    private char[] _cleaned = [];
    private char[] _folded = [];
    private bool _isCleaned;
    private int _length;
    private readonly List<(Token Asked, int Start, int Length)> _corrections = [];
    private (int Start, int End) _source;
    private (int Start, int End) _core;
    private int _used;
    private int _count;
    private bool _isUnfinished;
    private bool _isCapitalized;

    /// <summary>The words, in order; the vocabulary of a set rewrites them in place.</summary>
    public Span<Token> Tokens => _tokens.AsSpan(0, _count);

    /// <summary>Gets a word's characters, or those it was read as.</summary>
    public ReadOnlySpan<char> GetText(in Token token) => _characters.AsSpan(token.Start, token.Length);

    /// <summary>What is known of the question's words without a set.</summary>
    public EnglishReadings English { get; } = new();

    /// <summary>Whether the question may have fillers; only known after <see cref="CopyFrom"/>.</summary>
    public bool MayHaveFillers { get; private set; } = true;

    /// <summary>Whether a word was corrected.</summary>
    public bool HasCorrections => _corrections.Count > 0;

    /// <summary>Keeps the first <paramref name="most"/> tokens.</summary>
    public void Truncate(int most) => _count = most;

    /// <summary>
    /// Gets the last question with its words corrected, without the courtesies and punctuation around it, links,
    /// mentions, emoji and formatting. Everything else is as typed.
    /// </summary>
    /// <param name="question">The question that was read last.</param>
    /// <exception cref="ArgumentException">It is not as long as the question read last.</exception>
    public string GetCorrectedText(string question)
    {
        if (question.Length != _length)
            throw new ArgumentException("This is not the question that was read last.", nameof(question));
        if (!_isCleaned && _corrections.Count == 0) return question[_core.Start.._core.End];
        var text = _isCleaned ? _cleaned.AsSpan(0, _length) : question.AsSpan();
        var builder = new StringBuilder(_length + 16);
        var at = _core.Start;
        foreach (var (asked, start, size) in _corrections)
        {
            if (asked.SourceStart < at || asked.SourceStart >= _core.End) continue;
            builder.Append(text[at..asked.SourceStart]).Append(_characters, start, size);
            at = FindWordEnd(text, asked);
        }

        if (at < _core.End) builder.Append(text[at.._core.End]);
        return _isCleaned ? CollapseBlanks(builder) : builder.ToString();
    }

    /// <summary>
    /// Marks the current words as the whole question; text before and after them is not part of the corrected text.
    /// </summary>
    public void MarkCore() => _core = _count == 0 ? (0, 0) : (_tokens[0].SourceStart, _tokens[_count - 1].SourceEnd);

    // An ending that was removed from the word, such as a possessive one, is kept.
    private int FindWordEnd(ReadOnlySpan<char> text, in Token asked)
    {
        var end = asked.SourceStart + asked.Length;
        return end <= asked.SourceEnd
            && text[asked.SourceStart..end].Equals(GetText(asked), StringComparison.OrdinalIgnoreCase)
                ? end
                : asked.SourceEnd;
    }

    // Removes ignored characters and collapses spaces.
    private static string CollapseBlanks(StringBuilder text)
    {
        var kept = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == Dropped) continue;
            if (char.IsWhiteSpace(c))
            {
                if (kept == 0 || text[kept - 1] == ' ') continue;
                c = ' ';
            }

            text[kept++] = c;
        }

        if (kept > 0 && text[kept - 1] == ' ') kept--;
        return text.ToString(0, kept);
    }

    /// <summary>Replaces a token's characters with <paramref name="text"/>.</summary>
    /// <param name="token">The token.</param>
    /// <param name="text">The text it is read as.</param>
    /// <param name="isCorrection">
    /// Whether it is what was intended, so that <see cref="GetCorrectedText"/> includes it.
    /// </param>
    public void Rewrite(ref Token token, ReadOnlySpan<char> text, bool isCorrection)
    {
        Reserve(text.Length);
        if (isCorrection) _corrections.Add((token, _used, text.Length));
        text.CopyTo(_characters.AsSpan(_used));
        (token.Start, token.Length, token.TypedKey) = (_used, text.Length, Stems.GetTypedKey(text));
        _used += text.Length;
    }

    /// <summary>Splits a question into words.</summary>
    /// <param name="question">The question.</param>
    /// <param name="isUnfinished">
    /// Whether it is still being typed: a word at its very end may be unfinished, so it is no short form.
    /// </param>
    public void Read(ReadOnlySpan<char> question, bool isUnfinished = false)
    {
        (_used, _count, MayHaveFillers) = (0, 0, true);
        _corrections.Clear();
        English.Clear();
        _length = question.Length;
        _core = (0, _length);
        _isCleaned = QuestionCleaner.IsNeeded(question);
        var text = Fold(_isCleaned ? Clean(question) : question);
        var isShouted = !text.ContainsAnyInRange('a', 'z');
        var at = 0;
        while (at < text.Length && _count < MaxWords)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < text.Length && IsInWord(text, end)) end++;
            _source = (at, end);
            _isUnfinished = isUnfinished && end == text.Length;
            _isCapitalized = _count > 0 && !isShouted && char.IsUpper(text[at]);
            AddWord(text[at..end], isShouted);
            at = end;
        }
    }

    /// <summary>
    /// Takes over the words of another tokenizer that has just read a question, instead of reading it again. What is
    /// known of its words is kept if they are of the question that was read last.
    /// </summary>
    /// <param name="other">The other tokenizer.</param>
    /// <param name="mayHaveFillers">Whether they may include fillers.</param>
    /// <param name="isSame">Whether it is the question that was read last.</param>
    public void CopyFrom(QuestionTokenizer other, bool mayHaveFillers, bool isSame)
    {
        (_used, _count, MayHaveFillers) = (0, other._count, mayHaveFillers);
        _corrections.Clear();
        if (!isSame) English.Clear();
        (_length, _core, _isCleaned) = (other._length, other._core, other._isCleaned);
        if (_isCleaned)
        {
            if (_cleaned.Length < _length) _cleaned = new char[_length];
            other._cleaned.AsSpan(0, _length).CopyTo(_cleaned);
        }

        Reserve(other._used);
        other._characters.AsSpan(0, other._used).CopyTo(_characters);
        _used = other._used;
        other.Tokens.CopyTo(_tokens);
    }

    private static bool IsInWord(ReadOnlySpan<char> text, int at) =>
        char.IsLetterOrDigit(text[at]) || text[at] == Dropped || IsInnerMark(text, at);

    // An apostrophe inside a word, the periods of "u.s.", the comma or point of a number.
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

    private Span<char> Clean(ReadOnlySpan<char> question)
    {
        if (_cleaned.Length < question.Length) _cleaned = new char[question.Length];
        var text = _cleaned.AsSpan(0, question.Length);
        question.CopyTo(text);
        QuestionCleaner.Clean(text);
        return text;
    }

    // Every character keeps its position, so that a word can be shown as typed.
    private ReadOnlySpan<char> Fold(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExceptInRange(' ', '\u007f')) return text;
        if (_folded.Length < text.Length) _folded = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            _folded[i] = text[i] == Dropped && _isCleaned ? Dropped : char.GetUnicodeCategory(text[i]) switch
            {
                UnicodeCategory.Control => ' ',
                UnicodeCategory.Format or UnicodeCategory.NonSpacingMark => Dropped,
                _ => AccentFolding.Fold(text[i]),
            };
        }

        return _folded.AsSpan(0, text.Length);
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
        // "US" and "U.S." are the country; "us" is not, nor is "US" in a question in capitals.
        var stem = lower[..(apostrophe > 0 ? apostrophe : n)];
        var isCountry = stem is "us" && (word.Contains('.') || (word.StartsWith("US") && !isShouted));
        if (isCountry) AddPlain("usa");
        else if (apostrophe > 0) AddWithEnding(lower[..apostrophe], lower[apostrophe..n]);
        else AddPlain(lower[..n]);
    }

    // "sooo" is "so": a letter repeated three or more times counts once.
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
                // After a name it is possessive.
                "s" => EnglishWords.TakesIs.Contains(stem.ToString()) ? "is" : "",
                _ => ending,
            };
            Add(verb);
        }
    }

    private void AddPlain(ReadOnlySpan<char> word)
    {
        if (!_isUnfinished && ShortForms.TryGetValue(word, out var forms))
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
        if (_count == MaxWords || word.IsEmpty) return;
        Reserve(word.Length);
        word.CopyTo(_characters.AsSpan(_used));
        _tokens[_count++] = new Token(_used, word.Length, 0, TokenKind.Unknown, 0, _source.Start, _source.End)
        {
            TypedKey = Stems.GetTypedKey(word),
            IsCapitalized = _isCapitalized,
        };
        _used += word.Length;
    }

    private void Reserve(int length)
    {
        if (_used + length > _characters.Length)
            Array.Resize(ref _characters, Math.Max(_characters.Length * 2, _used + length));
    }
}
