using PolicyBot.Knowledge.Autocomplete;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Quotes;

/// <summary>Offers what can be asked of a set's quotes while it is being typed. Safe for many threads.</summary>
/// <param name="set">The set.</param>
public sealed class QuoteAutocomplete(KnowledgeSet set)
{
    private readonly IReadOnlyList<string> _speakers = QuoteFinder.Speakers(set);
    private readonly TextCompleter _speakerCompleter = new(QuoteFinder.Speakers(set), everyWord: true);
    private readonly Lazy<QuoteSubjects> _subjects = new(() => new QuoteSubjects(set));

    /// <summary>The speakers whose names fit every word typed, best first; all, in order, where nothing was typed yet.</summary>
    /// <param name="typed">What was typed, whatever it is.</param>
    /// <param name="max">At most so many.</param>
    public IReadOnlyList<string> Speakers(string typed, int max) =>
        _speakerCompleter.Complete(typed, max) is { } fitting ? [.. fitting.Select(s => _speakers[s])] : [.. _speakers.Take(max)];

    /// <summary>
    /// Topics and telling words of quotes that fit the last word typed, after the words before it; all where nothing was typed yet, the
    /// topics first. There is a quote about every one of them.
    /// </summary>
    /// <param name="typed">What was typed, whatever it is.</param>
    /// <param name="max">At most so many.</param>
    public IReadOnlyList<string> Subjects(string typed, int max) => _subjects.Value.Complete(typed, max);
}
