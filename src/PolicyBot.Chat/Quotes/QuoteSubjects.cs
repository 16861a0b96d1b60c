using PolicyBot.Knowledge.Autocomplete;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Quotes;

/// <summary>What the quotes of a set can be searched for: their topics and their telling words.</summary>
internal sealed class QuoteSubjects
{
    // Nobody types a search that is longer; what is offered must fit a choice of Discord's.
    private const int MaxLength = 100;

    private readonly string[] _subjects;
    private readonly List<string>[] _subjectWords;
    private readonly List<string>[] _quoteWords;
    private readonly TextCompleter _completer;

    public QuoteSubjects(KnowledgeSet set)
    {
        var telling = new KeywordExtractor(set);
        var words = set.Quotes.SelectMany(q => telling.Of(q.Passage.Text));
        _subjects = [.. QuoteFinder.Topics(set).Concat(words).Distinct(StringComparer.OrdinalIgnoreCase)];
        _subjectWords = [.. _subjects.Select(SearchWords.Of)];
        _quoteWords = [.. set.Quotes.Select(QuoteFinder.WordsOf)];
        _completer = new TextCompleter(_subjects, everyWord: true);
    }

    public IReadOnlyList<string> Complete(string typed, int max)
    {
        var offered = new List<string>();
        if (typed.Length > MaxLength) return offered;
        // A topic may be of several words, of which more than the last are typed.
        var typedWords = SearchWords.Of(typed).Count;
        Add(_completer.Complete(typed, _subjects.Length)?.Where(s => _subjectWords[s].Count >= typedWords), "", max, offered);
        var last = LastWord(typed);
        if (!string.IsNullOrWhiteSpace(typed[..last])) Add(_completer.Complete(typed[last..], _subjects.Length), typed[..last], max, offered);
        return offered;
    }

    // Where the last word begins; at the end where none does.
    private static int LastWord(string typed)
    {
        var at = typed.Length;
        while (at > 0 && !char.IsWhiteSpace(typed[at - 1])) at--;
        return at;
    }

    private void Add(IEnumerable<int>? fitting, string before, int max, List<string> offered)
    {
        var wanted = SearchWords.Of(before);
        foreach (var subject in fitting ?? Enumerable.Range(0, _subjects.Length))
        {
            if (offered.Count >= max) return;
            if (_subjectWords[subject].Exists(wanted.Contains)) continue;
            List<string> all = [.. wanted, .. _subjectWords[subject]];
            var text = before.TrimStart() + _subjects[subject];
            if (all.Count == 0 || text.Length > MaxLength || offered.Contains(text)) continue;
            if (_quoteWords.Any(q => SearchWords.AllStandIn(all, q))) offered.Add(text);
        }
    }
}
