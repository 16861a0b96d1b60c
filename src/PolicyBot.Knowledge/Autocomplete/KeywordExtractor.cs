using System.Collections.Frozen;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Text;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Autocomplete;

/// <summary>Finds the keywords of a text: words of four letters or more, without function words.</summary>
/// <param name="set">The set whose people and organisations are known names.</param>
public sealed class KeywordExtractor(KnowledgeSet set)
{
    private const int MinLength = 4;

    private static readonly FrozenSet<string> Grammar =
        EnglishWords.Grammar.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _namedWords = new(
        set.Names.SelectMany(WordTokenizer.Tokenize).Where(w => w.Capitals > 0).Select(RemovePossessive),
        StringComparer.Ordinal);

    /// <summary>
    /// Finds the keywords in order, each once, without possessive endings; in lower case unless they are names.
    /// </summary>
    public IReadOnlyList<string> Extract(string text) =>
    [
        .. WordTokenizer.Tokenize(text)
            .Select(w => (Word: w, Text: RemovePossessive(w)))
            .Where(w => w.Text.Count(char.IsLetter) >= MinLength && !Grammar.Contains(w.Text))
            .Select(w => IsName(w.Word, w.Text) ? w.Text : w.Text.ToLowerInvariant())
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    // A capital at the beginning of a sentence says nothing.
    private bool IsName(Word word, string text) =>
        word.Capitals > 0 && (!word.StartsSentence || _namedWords.Contains(text));

    private static string RemovePossessive(Word word) =>
        word.Text is [.. var stem, '’' or '\'', 's'] ? stem : word.Text;
}
