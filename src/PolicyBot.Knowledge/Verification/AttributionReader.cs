using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Verification;

/// <summary>Finds who says something, in an article and in the words around a quotation.</summary>
internal sealed class AttributionReader
{
    // "according to Facebook", "Barr has said": the most words between a name and its verb.
    private const int MaxGap = 3;

    private static readonly HashSet<string> SpeechVerbs =
        new(WordLists.ReadWords("speech-verbs"), StringComparer.OrdinalIgnoreCase);

    private readonly KnowledgeSet _set;
    private readonly List<(string Name, List<VerbatimToken> Words)> _names;

    public AttributionReader(KnowledgeSet set)
    {
        _set = set;
        var names = set.People.SelectMany(p => NamesOf(p.Name, p.Also))
            .Concat(set.Organisations.SelectMany(o => NamesOf(o.Name, o.Also)))
            .Concat(set.Quotes.Select(q => (Name: q.Speaker, Alias: q.Speaker)));
        _names =
        [
            .. names.Select(n => (n.Name, Words: VerbatimTokenizer.Split(n.Alias)))
                .Where(n => n.Words.Count > 0)
                .OrderByDescending(n => n.Words.Count),
        ];
    }

    /// <summary>Whether a word attributes words to somebody.</summary>
    public static bool IsSpeechVerb(string word) => SpeechVerbs.Contains(word);

    /// <summary>
    /// Finds the quote of the set that holds a span of the article, or null if the article itself does.
    /// </summary>
    public Quote? FindQuote(TextSpan span) => _set.Quotes.FirstOrDefault(
        q => q.Passage.Span.Start <= span.Start && span.End <= q.Passage.Span.End);

    /// <summary>Finds the speaker whom the words around a quotation name, or null.</summary>
    public string? FindClaimed(ClaimedQuotation quotation) =>
        FindBefore(VerbatimTokenizer.Split(quotation.Before)) ?? FindAfter(VerbatimTokenizer.Split(quotation.After));

    /// <summary>Whether a name can stand for the speaker of a quote: "Facebook" for “Facebook's statement”.</summary>
    public bool IsSameSpeaker(string claimed, string speaker)
    {
        var words = VerbatimTokenizer.Split(speaker);
        return AliasesOf(claimed).Append(claimed).Any(alias =>
        {
            var (name, head) = (VerbatimTokenizer.Split(alias), VerbatimTokenizer.Split(alias)[^1]);
            return FindIn(words, name, isPossessive: true) >= 0
                || FindIn(name, words, isPossessive: false) >= 0
                || (words.Count > 0 && words[^1].Matches(head, ignoreCase: true));
        });
    }

    private IEnumerable<string> AliasesOf(string name) =>
        _set.People.Where(p => p.Name == name).SelectMany(p => p.Also)
            .Concat(_set.Organisations.Where(o => o.Name == name).SelectMany(o => o.Also))
            .Where(a => VerbatimTokenizer.Split(a).Count > 0);

    // "…," Barr said. — "…" – William Barr
    private string? FindAfter(List<VerbatimToken> words)
    {
        var start = words.FindIndex(w => w.IsWord);
        if (start < 0) return null;
        var hasDash = words.Take(start).Any(w => w.Text == VerbatimToken.Dash);
        foreach (var (name, alias) in _names)
        {
            var at = FindIn(words, alias, isPossessive: false);
            if (at < 0 || at > start + MaxGap) continue;
            if (hasDash || HasVerb(words, start, at + alias.Count + MaxGap)) return name;
        }

        return null;
    }

    // Barr said: "…" — According to Facebook, "…"
    private string? FindBefore(List<VerbatimToken> words)
    {
        var hasColon = words.Count > 0 && words[^1].Text == ":";
        foreach (var (name, alias) in _names)
        {
            var at = FindIn(words, alias, isPossessive: false);
            if (at < 0) continue;
            if (hasColon || HasVerb(words, at - MaxGap, at + alias.Count + MaxGap)) return name;
        }

        return null;
    }

    private static bool HasVerb(List<VerbatimToken> words, int from, int to) =>
        words.Skip(Math.Max(0, from)).Take(to - Math.Max(0, from)).Any(w => w.IsWord && IsSpeechVerb(w.Text));

    // A possessive name is the name too: "Facebook's statement".
    private static int FindIn(List<VerbatimToken> words, List<VerbatimToken> name, bool isPossessive)
    {
        for (var i = 0; i + name.Count <= words.Count; i++)
        {
            var matches = true;
            for (var j = 0; j < name.Count && matches; j++)
            {
                matches = words[i + j].Matches(name[j], ignoreCase: true)
                    || (isPossessive && string.Equals(
                        words[i + j].Text, $"{name[j].Text}'s", StringComparison.OrdinalIgnoreCase));
            }

            if (matches) return i;
        }

        return -1;
    }

    private static IEnumerable<(string Name, string Alias)> NamesOf(string name, IReadOnlyList<string> also) =>
        also.Append(name).Append(VerbatimTokenizer.Split(name).LastOrDefault().Text ?? name).Distinct()
            .Select(alias => (name, alias));
}
