using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Quality;

/// <summary>Finds one kind of weakness in a valid set.</summary>
internal interface IQualityRule
{
    /// <summary>Creates a warning for each weakness, in any order.</summary>
    /// <param name="set">The set.</param>
    IEnumerable<Diagnostic> Check(KnowledgeSet set);
}
