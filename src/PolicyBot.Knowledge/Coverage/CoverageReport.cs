using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Coverage;

/// <summary>What a set uses of its article, sentence by sentence.</summary>
public sealed class CoverageReport
{
    private CoverageReport(IReadOnlyList<SentenceCoverage> sentences) => Sentences = sentences;

    /// <summary>The sentences, in the order of the article, without the headline.</summary>
    public IReadOnlyList<SentenceCoverage> Sentences { get; }

    /// <summary>How many of them are covered.</summary>
    public int CoveredCount => Sentences.Count(s => s.IsCovered);

    /// <summary>The share of them that are covered, in whole percent, rounded down; 100 if there are none.</summary>
    public int Percentage => Sentences.Count == 0 ? 100 : 100 * CoveredCount / Sentences.Count;

    /// <summary>Creates the report on a set.</summary>
    /// <param name="set">The set.</param>
    public static CoverageReport Create(KnowledgeSet set)
    {
        var headline = set.Article.Paragraphs[0].Span.End;
        Passage[] summary =
        [
            .. set.Summary.Short.Concat(set.Summary.Points).Append(set.Summary.Line).SelectMany(s => s.Evidence),
        ];
        return new CoverageReport(
        [
            .. from sentence in set.Article.Sentences
               where sentence.Span.Start >= headline
               select new SentenceCoverage(
                   sentence,
                   [.. set.Questions.Where(q => q.Evidence.Any(e => e.Covers(sentence))).Select(q => q.Id)],
                   [.. set.Quotes.Where(q => q.Passage.Span.Overlaps(sentence.Span)).Select(q => q.Id)],
                   summary.Any(e => e.Covers(sentence)),
                   [.. set.Unanswerable.Where(u => u.Nearest.Covers(sentence)).Select(u => u.Id)]),
        ]);
    }

    /// <summary>Finds the sentence that contains the start of a passage, or null if it is the headline.</summary>
    /// <param name="passage">A passage of the article.</param>
    public SentenceCoverage? Find(Passage passage) =>
        Sentences.LastOrDefault(s => s.Sentence.Span.Start <= passage.Span.Start);
}
