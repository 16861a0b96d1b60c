using PolicyBot.Knowledge.Curation.Text;

namespace PolicyBot.Knowledge.Curation.Rules;

/// <summary>
/// Every name and number in a sentence must be in its evidence. A number is a word with a digit; a name is a word with
/// a capital letter. At the beginning of a sentence or quotation, a word is a name only if it has a second capital
/// (BuzzFeed, FBI) or is a known name.
/// </summary>
internal sealed class EvidenceNameRule
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Creates the rule with the names that a set lists.</summary>
    public static EvidenceNameRule Create(KnowledgeSet set)
    {
        var rule = new EvidenceNameRule();
        foreach (var name in set.People.Select(p => p.Name).Concat(set.Organisations.Select(o => o.Name)))
            rule.Add(name);
        var others = set.People.SelectMany(p => p.Also)
            .Concat(set.Organisations.SelectMany(o => o.Also)).Concat(set.Absent.SelectMany(a => a.Names));
        foreach (var name in others) rule.AddIfOneWord(name);
        return rule;
    }

    /// <summary>Adds each capitalized word of a name to the known names.</summary>
    public void Add(string name)
    {
        foreach (var word in WordTokenizer.Tokenize(name))
        {
            if (word.Capitals > 0) _known.Add(word.Key);
        }
    }

    /// <summary>Adds a name if it is a single word; the words of a longer one need not be names (The Verge).</summary>
    public void AddIfOneWord(string name)
    {
        if (WordTokenizer.Tokenize(name) is [{ Capitals: > 0 } word]) _known.Add(word.Key);
    }

    /// <summary>Finds the names and numbers of a text that are in no piece of evidence, each once.</summary>
    public List<string> FindMissing(string text, IEnumerable<string> evidence)
    {
        var missing = new List<string>();
        HashSet<string>? words = null;
        foreach (var word in WordTokenizer.Tokenize(text))
        {
            if (!IsNameOrNumber(word)) continue;
            words ??= evidence.SelectMany(WordTokenizer.Tokenize).Select(w => w.Key).ToHashSet(StringComparer.Ordinal);
            if (!words.Contains(word.Key) && !missing.Contains(word.Text, StringComparer.Ordinal))
                missing.Add(word.Text);
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
