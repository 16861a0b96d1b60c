using PolicyBot.Knowledge.Autocomplete;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Quotes;

/// <summary>Completes searches for quotes while the user types them. Thread-safe.</summary>
/// <param name="set">The set.</param>
/// <param name="index">The index of its quotes.</param>
public sealed class QuoteCompleter(KnowledgeSet set, QuoteIndex index)
{
    private readonly TextCompleter _speakers = new(index.Speakers, matchAllWords: true);
    private readonly Lazy<QuoteSubjects> _subjects = new(() => new QuoteSubjects(set, index));

    /// <summary>
    /// Lists the speakers whose names match every word, best first; all speakers, in order, if nothing was typed.
    /// </summary>
    /// <param name="typed">What the user has typed; any text.</param>
    /// <param name="max">The most names.</param>
    public IReadOnlyList<string> CompleteSpeaker(string typed, int max) =>
        _speakers.Complete(typed, max) is { } matching
            ? [.. matching.Select(s => index.Speakers[s])]
            : [.. index.Speakers.Take(max)];

    /// <summary>
    /// Lists topics and keywords of quotes that match the last word, after the words before it; all of them, topics
    /// first, if nothing was typed. Each of them finds a quote.
    /// </summary>
    /// <param name="typed">What the user has typed; any text.</param>
    /// <param name="max">The most subjects.</param>
    public IReadOnlyList<string> CompleteSubject(string typed, int max) => _subjects.Value.Complete(typed, max);
}
