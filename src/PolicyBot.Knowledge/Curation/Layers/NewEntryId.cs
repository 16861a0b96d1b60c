using PolicyBot.Knowledge.Exchange;

namespace PolicyBot.Knowledge.Curation.Layers;

/// <summary>Creates the ids of questions that moderators add.</summary>
public static class NewEntryId
{
    /// <summary>Creates an id from a question: its first words, and a number if they are used already.</summary>
    /// <param name="question">The question.</param>
    /// <param name="used">The ids of the set's entries and of all changes, also of undone ones.</param>
    public static string Create(string question, IEnumerable<string> used)
    {
        var ids = new EntryIds();
        foreach (var id in used) ids.Add(id);
        return ids.Create(question, "question");
    }
}
