namespace PolicyBot.Knowledge.Curation.Layers;

/// <summary>A set with the changes of a server's moderators, checked like the set itself.</summary>
/// <param name="Set">The set with the changes that apply; entries that no change is about are the set's own.</param>
/// <param name="Rejected">The changes that don't apply, in order.</param>
public sealed record LayeredSet(KnowledgeSet Set, IReadOnlyList<RejectedChange> Rejected)
{
    /// <summary>The topic of questions that moderators add and the article answers.</summary>
    public const string AddedTopic = "more questions";

    /// <summary>The topic of a server's own questions.</summary>
    public const string ServerTopic = "this server";

    /// <summary>
    /// Applies changes one after the other. One that doesn't apply after those before it is rejected, and the others
    /// stay.
    /// </summary>
    /// <param name="shipped">The set, as it is served; it stays as it is.</param>
    /// <param name="changes">The changes, in the order in which they were made.</param>
    public static LayeredSet Apply(KnowledgeSet shipped, IReadOnlyList<NumberedChange> changes)
    {
        if (changes.Count == 0) return new LayeredSet(shipped, []);
        var builder = new LayerBuilder(shipped);
        var rejected = new List<RejectedChange>();
        foreach (var (number, change) in changes)
        {
            var problems = builder.Apply(number, change);
            if (problems.Count > 0) rejected.Add(new RejectedChange(number, problems));
        }

        return new LayeredSet(builder.Create(), rejected);
    }
}
