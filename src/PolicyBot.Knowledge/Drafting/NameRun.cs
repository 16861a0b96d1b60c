using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Drafting.Language;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Drafting;

/// <summary>Capitalized words in a row, which may be a name.</summary>
/// <param name="Words">All words of the sentence.</param>
/// <param name="Start">The first word of the run.</param>
/// <param name="End">The word after the last one.</param>
/// <param name="Sentence">The sentence.</param>
internal sealed record NameRun(IReadOnlyList<SentenceWord> Words, int Start, int End, Passage Sentence)
{
    /// <summary>Finds the runs of a sentence.</summary>
    public static IEnumerable<NameRun> FindAll(Passage sentence)
    {
        var words = SentenceWords.Read(sentence);
        for (var i = 0; i < words.Count;)
        {
            if (!BeginsRun(words, i))
            {
                i++;
                continue;
            }

            var end = i + 1;
            while (end < words.Count && !words[end - 1].IsPossessive && (Continues(words, end)
                || (end + 1 < words.Count && words[end].Key is "of" or "for" or "&" && words[end].IsAdjacent
                    && NameWords.OrganisationWords.Contains(words[end - 1].Key) && Continues(words, end + 1))))
                end++;
            // A first word that is only capitalized because it begins the sentence is no name.
            var start = i;
            if (IsFirst(words, i) && end - i > 1 && IsOrdinary(words[i])) start++;
            if (end > start && !(end - start == 1 && IsFirst(words, start) && IsOrdinary(words[start])))
                yield return new NameRun(words, start, end, sentence);
            i = end;
        }
    }

    private static bool BeginsRun(IReadOnlyList<SentenceWord> words, int at) =>
        (words[at].IsCapitalized && words[at].Key != "i")
        || (words[at].HasDigit && words[at].Text.All(char.IsAsciiDigit) && at + 1 < words.Count
            && Continues(words, at + 1)
            && NameWords.OrganisationWords.Contains(words[at + 1].Key));

    private static bool Continues(IReadOnlyList<SentenceWord> words, int at) =>
        words[at].IsAdjacent && words[at].IsCapitalized;

    private static bool IsFirst(IReadOnlyList<SentenceWord> words, int at) => at == 0 || words[at].OpensQuotation;

    // A word that English has in small letters, too; a title or a given name is part of a name.
    private static bool IsOrdinary(SentenceWord word) =>
        !word.IsAcronym && !NameWords.Roles.Contains(word.Key) && !NameWords.GivenNames.Contains(word.Key)
        && EnglishLexicon.IsWord(word.Key) && !EnglishLexicon.IsProperName(word.Key);

    /// <summary>The place of some of the words in the article.</summary>
    public TextSpan GetSpan(int from, int to) => new(Words[from].Start, GetEnd(to - 1));

    /// <summary>Some of the words as the article has them.</summary>
    public string GetText(string body, int from, int to) => body[Words[from].Start..GetEnd(to - 1)];

    // Without a possessive ending.
    private int GetEnd(int last) => Words[last].IsPossessive ? Words[last].End - 2 : Words[last].End;
}
