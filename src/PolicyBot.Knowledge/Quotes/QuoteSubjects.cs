using PolicyBot.Knowledge.Autocomplete;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Quotes;

/// <summary>Lists what the quotes of a set can be searched for: their topics and keywords.</summary>
internal sealed class QuoteSubjects
{
    // Searches aren't longer, and a suggestion should fit on one line.
    private const int MaxLength = 100;

    private readonly string[] _subjects;
    private readonly List<string>[] _words;
    private readonly bool[][] _quotesAbout;
    private readonly QuoteIndex _index;
    private readonly TextCompleter _completer;

    public QuoteSubjects(KnowledgeSet set, QuoteIndex index)
    {
        var keywords = new KeywordExtractor(set);
        var words = set.Quotes.SelectMany(q => keywords.Extract(q.Passage.Text));
        _index = index;
        _subjects = [.. index.Topics.Concat(words).Distinct(StringComparer.OrdinalIgnoreCase)];
        _words = [.. _subjects.Select(QuoteIndex.ReadWords)];
        _quotesAbout = [.. _words.Select(index.FindAbout)];
        _completer = new TextCompleter(_subjects, matchAllWords: true);
    }

    public IReadOnlyList<string> Complete(string typed, int max)
    {
        var offered = new List<string>();
        if (typed.Length > MaxLength) return offered;
        // The user may have typed more than the last word of a topic of several words.
        var typedWords = QuoteIndex.ReadWords(typed).Count;
        Add(_completer.Complete(typed, _subjects.Length)
            ?.Where(s => _words[s].Count >= typedWords), "", max, offered);
        var last = FindLastWord(typed);
        if (!string.IsNullOrWhiteSpace(typed[..last]))
            Add(_completer.Complete(typed[last..], _subjects.Length), typed[..last], max, offered);
        return offered;
    }

    // Where the last word begins; at the end if there is none.
    private static int FindLastWord(string typed)
    {
        var at = typed.Length;
        while (at > 0 && !char.IsWhiteSpace(typed[at - 1])) at--;
        return at;
    }

    private void Add(IEnumerable<int>? fitting, string before, int max, List<string> offered)
    {
        var wanted = QuoteIndex.ReadWords(before);
        var quotes = _index.FindAbout(wanted);
        foreach (var subject in fitting ?? Enumerable.Range(0, _subjects.Length))
        {
            if (offered.Count >= max) return;
            if (_words[subject] is [] || _words[subject].Exists(wanted.Contains)) continue;
            var text = before.TrimStart() + _subjects[subject];
            if (text.Length > MaxLength || offered.Contains(text)) continue;
            if (_quotesAbout[subject].Zip(quotes).Any(q => q is (true, true))) offered.Add(text);
        }
    }
}
