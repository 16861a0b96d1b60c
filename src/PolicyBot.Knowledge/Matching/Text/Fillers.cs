namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// Removes what people say around a question: greetings, thanks, introductions. Some phrases are removed anywhere,
/// others only at the beginning and end, because elsewhere they may be the topic.
/// </summary>
internal static class Fillers
{
    private static readonly ConceptTrie Anywhere = Build(EnglishWords.Fillers);
    private static readonly PhrasePatterns Around = new(EnglishWords.Courtesies);

    private static readonly HashIndex Words = IndexWords();
    private static readonly int Longest = Math.Max(Around.Longest, Anywhere.Longest);

    /// <summary>Removes the fillers of a question whose words have keys.</summary>
    /// <param name="question">The question; its tokens are changed in place.</param>
    /// <param name="names">Names, which are kept if they are longer than a filler at their beginning.</param>
    public static void Remove(QuestionTokenizer question, ConceptTrie names)
    {
        var start = 0;
        var end = question.Tokens.Length;
        while (LengthAround(question, start, end, names) is > 0 and var length) start += length;
        end = FindEnd(question, start, names);
        var tokens = question.Tokens;
        var kept = 0;
        var isPlain = !HasFiller(question, start, end);
        for (var i = start; i < end;)
        {
            var name = isPlain ? 0 : names.Find(question, i, end).Length;
            if (!isPlain && Anywhere.Find(question, i, end).Length is > 0 and var length && length >= name)
            {
                i += length;
                continue;
            }

            var next = i + Math.Max(1, name);
            while (i < next) tokens[kept++] = tokens[i++];
        }

        question.Truncate(kept);
        question.MarkCore();
    }

    /// <summary>Whether a question whose words have keys may have fillers, whatever the names of a set.</summary>
    public static bool MayBeIn(QuestionTokenizer question)
    {
        var end = question.Tokens.Length;
        for (var at = 0; at < end; at++)
        {
            if (Around.Find(question, at, end) > 0) return true;
        }

        return HasFiller(question, 0, end);
    }

    /// <summary>Whether a word that has a key may be part of a filler.</summary>
    public static bool Uses(in Token token) => Words.Find(token.Key) >= 0 || Words.Find(token.TypedKey) >= 0;

    private static bool HasFiller(QuestionTokenizer question, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (Anywhere.Find(question, at, end).Length > 0) return true;
        }

        return false;
    }

    // Finds the start of the fillers at the end of the question.
    private static int FindEnd(QuestionTokenizer question, int start, ConceptTrie names)
    {
        var end = question.Tokens.Length;
        var at = Math.Max(start, end - Longest);
        while (at < end)
        {
            if (at + LengthAround(question, at, end, names) == end)
            {
                end = at;
                at = Math.Max(start, end - Longest);
            }
            else
            {
                at++;
            }
        }

        return end;
    }

    private static int LengthAround(QuestionTokenizer question, int at, int end, ConceptTrie names)
    {
        var length = Math.Max(Around.Find(question, at, end), Anywhere.Find(question, at, end).Length);
        return length > 0 && IsNameLonger(question, at, end, names, length) ? 0 : length;
    }

    private static bool IsNameLonger(QuestionTokenizer question, int at, int end, ConceptTrie names, int length) =>
        names.Find(question, at, end).Length > length;

    private static HashIndex IndexWords()
    {
        var index = new HashIndex();
        var reader = new QuestionTokenizer();
        foreach (var filler in EnglishWords.Fillers.Concat(EnglishWords.Courtesies))
        {
            reader.Read(filler.Replace('/', ' ').Replace('_', ' '));
            foreach (ref readonly var token in reader.Tokens)
            {
                index.Add(token.TypedKey);
                index.Add(Stems.GetKey(reader.GetText(token)));
            }
        }

        return index;
    }

    // A one-word filler is compared as typed: "cheers" is one, "cheer" is not.
    private static ConceptTrie Build(IEnumerable<string> fillers)
    {
        var trie = new ConceptTrie();
        var reader = new QuestionTokenizer();
        foreach (var filler in fillers)
        {
            reader.Read(filler);
            foreach (ref var token in reader.Tokens) token.Key = Stems.GetKey(reader.GetText(token));
            var maxAsTyped = reader.Tokens.Length == 1 ? QuestionTokenizer.MaxWordLength : 0;
            trie.Add(reader, Stems.GetConceptKey("filler"), TokenKind.Filler, 0, maxAsTyped);
        }

        return trie;
    }
}
