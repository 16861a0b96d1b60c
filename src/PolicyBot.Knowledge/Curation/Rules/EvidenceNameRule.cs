using PolicyBot.Knowledge.Curation.Text;

namespace PolicyBot.Knowledge.Curation.Rules;

/// <summary>
/// Every name and every number that the bot says must stand in the evidence. A number is a word with a digit; a name is one with a capital
/// letter, but for a capital that only begins a sentence or a quotation: there a word is a name when it has a second capital (BuzzFeed, FBI)
/// or the set knows it as one.
/// </summary>
internal sealed class EvidenceNameRule
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Makes the set know each word of a name that has a capital.</summary>
    public void Add(string name)
    {
        foreach (var word in WordTokenizer.Tokenize(name))
        {
            if (word.Capitals > 0) _known.Add(word.Key);
        }
    }

    /// <summary>Makes the set know a name if it is one word; in a longer one its words need not be names (The Verge).</summary>
    public void AddIfOneWord(string name)
    {
        if (WordTokenizer.Tokenize(name) is [{ Capitals: > 0 } word]) _known.Add(word.Key);
    }

    /// <summary>The names and numbers of a text, each once, that stand in none of the pieces of evidence.</summary>
    public List<string> FindMissing(string text, IEnumerable<string> evidence)
    {
        var missing = new List<string>();
        HashSet<string>? words = null;
        foreach (var word in WordTokenizer.Tokenize(text))
        {
            if (!IsNameOrNumber(word)) continue;
            words ??= evidence.SelectMany(WordTokenizer.Tokenize).Select(w => w.Key).ToHashSet(StringComparer.Ordinal);
            if (!words.Contains(word.Key) && !missing.Contains(word.Text, StringComparer.Ordinal)) missing.Add(word.Text);
        }

        return missing;
    }

    private bool IsNameOrNumber(Word word)
    {
        if (word.HasDigit) return true;
        var capitals = word.Capitals;
        if (capitals == 0 || word.Key == "i" || word.Key.StartsWith("i'", StringComparison.Ordinal)) return false;
        return !word.StartsSentence || capitals > 1 || _known.Contains(word.Key);
    }
}
