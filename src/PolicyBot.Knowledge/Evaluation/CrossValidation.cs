using System.Globalization;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Quality;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Evaluation;

/// <summary>
/// How a set answers its own hand-written phrasings when they are left out: an estimate of what readers can expect.
/// </summary>
/// <param name="Warnings">The entries whose phrasings would match another entry, by file and line.</param>
/// <param name="Answered">Phrasings that would be answered by their own entry.</param>
/// <param name="AnsweredOrOffered">Those, and phrasings whose entry would be shown as the closest or suggested.</param>
/// <param name="Repeated">How many of these phrasings have no word that their entry's question and answer lack.</param>
public sealed record CrossValidation(
    IReadOnlyList<Diagnostic> Warnings, Rate Answered, Rate AnsweredOrOffered, int Repeated)
{
    // Phrasings are left out in fifths, because training for each of them would take minutes.
    private const int Parts = 5;
    private const int MaxPhrasings = 5;

    // For a large set, one fifth is enough.
    private const int LargeSet = 1000;

    /// <summary>
    /// Trains on four fifths of the phrasings and asks the rest, five times; once for a set of over a thousand
    /// phrasings. It asks nothing of marked entries, which aren't served.
    /// </summary>
    /// <param name="answerer">The answerer of the whole set.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    public static CrossValidation Run(Answerer answerer, CancellationToken cancellationToken)
    {
        var set = answerer.Set;
        var marked = set.ReviewMarks.Select(m => m.Entry).ToHashSet(StringComparer.Ordinal);
        var chosen = set.Questions.Concat<Entry>(set.Unanswerable)
            .Where(e => !marked.Contains(e.Id))
            .ToDictionary(e => e.Id, e => Choose(set, e), StringComparer.Ordinal);
        var asked = new List<(Entry Entry, string Phrasing, Answer Answer)>();
        var parts = set.Questions.Concat<Entry>(set.Unanswerable).Sum(e => e.Phrasings.Count) > LargeSet ? 1 : Parts;
        for (var part = 0; part < parts; part++)
        {
            var smaller = answerer.TrainOn(
                set with
                {
                    Questions = [.. set.Questions.Select(e => e with { Phrasings = GetKept(e) })],
                    Unanswerable = [.. set.Unanswerable.Select(e => e with { Phrasings = GetKept(e) })],
                },
                null,
                cancellationToken);
            foreach (var entry in set.Questions.Concat<Entry>(set.Unanswerable))
            {
                asked.AddRange(GetLeftOut(entry).Select(p => (entry, p, smaller.Ask(p))));
            }

            IEnumerable<string> GetLeftOut(Entry entry) =>
                chosen.TryGetValue(entry.Id, out var phrasings)
                    ? phrasings.All.Where((_, i) => i % Parts == part)
                    : [];

            string[] GetKept(Entry entry)
            {
                var leftOut = GetLeftOut(entry).ToHashSet(StringComparer.Ordinal);
                return [.. entry.Phrasings.Where(p => !leftOut.Contains(p))];
            }
        }

        var answerable = asked.Where(a => a.Entry is QuestionEntry).ToList();
        var warnings = asked.GroupBy(a => a.Entry).Select(g => CreateWarning(set, g.Key, [.. g])).OfType<Diagnostic>();
        return new CrossValidation(
            [.. warnings.OrderBy(w => w.Line)],
            new Rate(answerable.Count(a => Answers(a.Answer, a.Entry)), answerable.Count),
            new Rate(answerable.Count(a => Shows(a.Answer, a.Entry)), answerable.Count),
            answerable.Count(a => !chosen[a.Entry.Id].Own.Contains(a.Phrasing)));
    }

    // First those with a word of their own: readers rarely ask in the words of the answer.
    private static (IReadOnlyList<string> All, HashSet<string> Own) Choose(KnowledgeSet set, Entry entry)
    {
        var answer = new SupportedWords(SupportedWords.ReadNames(set), GetTexts(entry));
        var own = entry.Phrasings.Where(p => answer.GetMissing(p).Count > 0).Take(MaxPhrasings)
            .ToHashSet(StringComparer.Ordinal);
        return ([.. own.Concat(entry.Phrasings.Where(p => !own.Contains(p))).Take(MaxPhrasings)], own);
    }

    private static IEnumerable<string> GetTexts(Entry entry) => entry switch
    {
        QuestionEntry question =>
            question.Answer.SelectMany(s => s.Evidence.Select(e => e.Text).Append(s.Text)).Append(entry.Question),
        UnanswerableEntry unanswerable => [entry.Question, unanswerable.Nearest.Text],
        _ => [entry.Question],
    };

    private static bool Answers(Answer answer, Entry entry) =>
        answer is Answer.Answered answered && answered.Entry.Id == entry.Id;

    private static bool Shows(Answer answer, Entry entry) => answer switch
    {
        Answer.Answered answered => answered.Entry.Id == entry.Id,
        Answer.NoPreparedAnswer { Closest: { } closest } when closest.Id == entry.Id => true,
        _ => answer.Suggestions.Any(s => s.Entry.Id == entry.Id),
    };

    private static Diagnostic? CreateWarning(
        KnowledgeSet set, Entry entry, IReadOnlyList<(Entry Entry, string Phrasing, Answer Answer)> asked)
    {
        var confused = asked
            .Select(a => (a.Phrasing, Other: GetMistaken(a.Answer, entry)))
            .Where(a => a.Other is not null)
            .ToList();
        if (confused.Count == 0) return null;
        var (file, line) = set.Locations.GetQuestion(entry);
        return new Diagnostic(
            file,
            line,
            entry.Id,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{confused.Count} of {asked.Count} phrasings would be answered by another entry "
                + $"if this entry didn't have them, for example “{confused[0].Phrasing}” by “{confused[0].Other}”."),
            "Add phrasings like them here, or move them to that entry if they ask the same thing.")
        {
            Severity = DiagnosticSeverity.Warning,
        };
    }

    private static string? GetMistaken(Answer answer, Entry entry) =>
        answer is Answer.Answered answered && answered.Entry.Id != entry.Id ? answered.Entry.Id : null;
}
