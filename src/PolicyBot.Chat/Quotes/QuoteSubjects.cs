using PolicyBot.Knowledge.Autocomplete;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Quotes;

/// <summary>Lists what the quotes of a set can be searched for: their topics and keywords.</summary>
internal sealed class QuoteSubjects
{
    // Searches aren't longer, and a suggestion should fit on one line.
    private const int MaxLength = 100;

    private readonly string[] _subjects;
    private readonly List<string>[] _subjectWords;
    private readonly List<string>[] _quoteWords;
    private readonly TextCompleter _completer;

    public QuoteSubjects(KnowledgeSet set)
    {
        var keywords = new KeywordExtractor(set);
        var words = set.Quotes.SelectMany(q => keywords.Extract(q.Passage.Text));
        _subjects = [.. QuoteFinder.ListTopics(set).Concat(words).Distinct(StringComparer.OrdinalIgnoreCase)];
        _subjectWords = [.. _subjects.Select(SearchWords.Parse)];
        _quoteWords = [.. set.Quotes.Select(QuoteFinder.GetWords)];
        _completer = new TextCompleter(_subjects, matchAllWords: true);
    }

    public IReadOnlyList<string> Complete(string typed, int max)
    {
        var offered = new List<string>();
        if (typed.Length > MaxLength) return offered;
        // The user may have typed more than the last word of a topic of several words.
        var typedWords = SearchWords.Parse(typed).Count;
        Add(_completer.Complete(typed, _subjects.Length)
            ?.Where(s => _subjectWords[s].Count >= typedWords), "", max, offered);
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
        var wanted = SearchWords.Parse(before);
        foreach (var subject in fitting ?? Enumerable.Range(0, _subjects.Length))
        {
            if (offered.Count >= max) return;
            if (_subjectWords[subject].Exists(wanted.Contains)) continue;
            List<string> all = [.. wanted, .. _subjectWords[subject]];
            var text = before.TrimStart() + _subjects[subject];
            if (all.Count == 0 || text.Length > MaxLength || offered.Contains(text)) continue;
            if (_quoteWords.Any(q => SearchWords.AllOccurIn(all, q))) offered.Add(text);
        }
    }
}
