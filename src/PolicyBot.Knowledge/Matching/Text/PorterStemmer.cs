namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// The suffix-stripping algorithm of M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, in place
/// and without allocation; with the author's own later changes (-bli, -logi) and the British spellings of -ize.
/// </summary>
internal static class PorterStemmer
{
    private static readonly (string Suffix, string Replacement)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"),
        ("isation", "ize"), ("ization", "ize"), ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"),
        ("ousli", "ous"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"),
        ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
    ];

    private static readonly (string Suffix, string Replacement)[] Step3 =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("alise", "al"),
        ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ];

    private static readonly string[] Step4 =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate",
        "iti", "ous", "ive", "ize", "ise", "al", "er", "ic", "ou",
    ];

    /// <summary>Stems a lower-case word of ASCII letters in place.</summary>
    /// <param name="word">
    /// The word; unchanged if it has at most two letters. Its content past the returned length is undefined.
    /// </param>
    /// <param name="length">The number of characters of the word; there must be room for one more.</param>
    /// <returns>The length of the stem, 1 to <paramref name="length"/>.</returns>
    public static int Stem(Span<char> word, int length)
    {
        if (length <= 2) return length;
        var n = RemovePlural(word, length);
        n = RemovePastAndProgressive(word, n);
        if (word[n - 1] == 'y' && HasVowel(word[..(n - 1)])) word[n - 1] = 'i';
        n = ReplaceFirst(word, n, Step2);
        n = ReplaceFirst(word, n, Step3);
        n = RemoveLongSuffix(word, n);
        return RemoveFinalE(word, n);
    }

    private static int RemovePlural(Span<char> w, int n)
    {
        var s = w[..n];
        if (s.EndsWith("sses") || s.EndsWith("ies")) return n - 2;
        return s[^1] == 's' && s[^2] != 's' ? n - 1 : n;
    }

    private static int RemovePastAndProgressive(Span<char> w, int n)
    {
        var s = w[..n];
        if (s.EndsWith("eed")) return Measure(s[..(n - 3)]) > 0 ? n - 1 : n;
        var cut = s.EndsWith("ed") ? 2 : s.EndsWith("ing") ? 3 : 0;
        if (cut == 0 || !HasVowel(s[..(n - cut)])) return n;
        n -= cut;
        s = w[..n];
        if (s.EndsWith("at") || s.EndsWith("bl") || s.EndsWith("iz")) return Append(w, n, 'e');
        if (n >= 2 && s[^1] == s[^2] && IsConsonant(s, n - 1) && s[^1] is not ('l' or 's' or 'z')) return n - 1;
        return Measure(s) == 1 && EndsConsonantVowelConsonant(s) ? Append(w, n, 'e') : n;
    }

    private static int ReplaceFirst(Span<char> w, int n, (string Suffix, string Replacement)[] rules)
    {
        foreach (var (suffix, replacement) in rules)
        {
            if (!w[..n].EndsWith(suffix)) continue;
            var stem = n - suffix.Length;
            if (Measure(w[..stem]) == 0) return n;
            replacement.CopyTo(w[stem..]);
            return stem + replacement.Length;
        }

        return n;
    }

    private static int RemoveLongSuffix(Span<char> w, int n)
    {
        var s = w[..n];
        if (s.EndsWith("ion") && n > 3 && s[n - 4] is 's' or 't') return Measure(s[..(n - 3)]) > 1 ? n - 3 : n;
        foreach (var suffix in Step4)
        {
            if (s.EndsWith(suffix)) return Measure(s[..(n - suffix.Length)]) > 1 ? n - suffix.Length : n;
        }

        return n;
    }

    private static int RemoveFinalE(Span<char> w, int n)
    {
        if (w[n - 1] == 'e')
        {
            var m = Measure(w[..(n - 1)]);
            if (m > 1 || (m == 1 && !EndsConsonantVowelConsonant(w[..(n - 1)]))) n--;
        }

        return n > 1 && w[n - 1] == 'l' && w[n - 2] == 'l' && Measure(w[..n]) > 1 ? n - 1 : n;
    }

    private static int Append(Span<char> w, int n, char c)
    {
        w[n] = c;
        return n + 1;
    }

    private static bool IsConsonant(ReadOnlySpan<char> w, int i) => w[i] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => i == 0 || !IsConsonant(w, i - 1),
        _ => true,
    };

    private static bool HasVowel(ReadOnlySpan<char> w)
    {
        for (var i = 0; i < w.Length; i++)
        {
            if (!IsConsonant(w, i)) return true;
        }

        return false;
    }

    /// <summary>Porter's m: how many vowel-consonant sequences the word has.</summary>
    private static int Measure(ReadOnlySpan<char> w)
    {
        var m = 0;
        var afterVowel = false;
        for (var i = 0; i < w.Length; i++)
        {
            var consonant = IsConsonant(w, i);
            if (consonant && afterVowel) m++;
            afterVowel = !consonant;
        }

        return m;
    }

    private static bool EndsConsonantVowelConsonant(ReadOnlySpan<char> w)
    {
        var n = w.Length;
        return n >= 3
            && IsConsonant(w, n - 1)
            && !IsConsonant(w, n - 2)
            && IsConsonant(w, n - 3)
            && w[n - 1] is not ('w' or 'x' or 'y');
    }
}
