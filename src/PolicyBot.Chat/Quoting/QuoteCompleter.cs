using PolicyBot.Knowledge.Completing;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Quoting;

/// <summary>Offers what can be asked for of a set's quotes while it is being typed. Made ready when first used; safe for many threads.</summary>
/// <param name="set">The set.</param>
public sealed class QuoteCompleter(KnowledgeSet set)
{
    private readonly Lazy<string[]> speakers = new(() => [.. QuoteFinder.Speakers(set)]);
    private readonly Lazy<TextCompleter> speakerCompleter = new(() => new TextCompleter(QuoteFinder.Speakers(set), everyWord: true));
    private readonly Lazy<QuoteSubjects> subjects = new(() => new QuoteSubjects(set));

    /// <summary>The speakers whose names have every word typed, the best fitting first; all, in the article's order, where nothing was typed yet.</summary>
    /// <param name="typed">What was typed, whatever it is.</param>
    /// <param name="max">At most so many.</param>
    public IReadOnlyList<string> Speakers(string typed, int max) =>
        speakerCompleter.Value.Complete(typed, max) is { } fitting ? [.. fitting.Select(s => speakers.Value[s])] : [.. speakers.Value.Take(max)];

    /// <summary>
    /// Topics and telling words of quotes that fit the last word typed, after the words before it; all where nothing was typed yet, the topics first.
    /// There is a quote about every one of them.
    /// </summary>
    /// <param name="typed">What was typed, whatever it is.</param>
    /// <param name="max">At most so many.</param>
    public IReadOnlyList<string> Subjects(string typed, int max) => subjects.Value.Complete(typed, max);
}
