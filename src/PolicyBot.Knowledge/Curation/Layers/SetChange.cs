using System.Text.Json.Serialization;

namespace PolicyBot.Knowledge.Curation.Layers;

/// <summary>
/// A change that a server's moderators make to a set, as they wrote it: one of the nested records.
/// Nothing in it is checked yet.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AddPhrasing), "add-phrasing")]
[JsonDerivedType(typeof(RemovePhrasing), "remove-phrasing")]
[JsonDerivedType(typeof(AddQuestion), "add-question")]
[JsonDerivedType(typeof(EditQuestion), "edit-question")]
[JsonDerivedType(typeof(AddUnanswerable), "add-unanswerable")]
[JsonDerivedType(typeof(AddServerQuestion), "add-server-question")]
[JsonDerivedType(typeof(Retire), "retire")]
public abstract record SetChange
{
    private SetChange(string entry) => Entry = entry;

    /// <summary>The id of the entry that is added, changed or removed.</summary>
    public string Entry { get; init; }

    /// <summary>Another way to ask a question.</summary>
    /// <param name="Entry">The entry's id.</param>
    /// <param name="Phrasing">The phrasing; no entry has it yet.</param>
    public sealed record AddPhrasing(string Entry, string Phrasing) : SetChange(Entry);

    /// <summary>A phrasing that the entry no longer has.</summary>
    /// <param name="Entry">The entry's id.</param>
    /// <param name="Phrasing">The phrasing; not the canonical question.</param>
    public sealed record RemovePhrasing(string Entry, string Phrasing) : SetChange(Entry);

    /// <summary>A new question that the article answers.</summary>
    /// <param name="Entry">A new id.</param>
    /// <param name="Question">The canonical question.</param>
    /// <param name="Phrasings">Other ways to ask it.</param>
    /// <param name="Answer">The answer's sentences, in order; at least one.</param>
    public sealed record AddQuestion(
        string Entry, string Question, IReadOnlyList<string> Phrasings, IReadOnlyList<ChangedSentence> Answer)
        : SetChange(Entry);

    /// <summary>
    /// A new canonical question and a new answer. The entry keeps its phrasings, topics and related questions, and a
    /// server's own question its source.
    /// </summary>
    /// <param name="Entry">The entry's id.</param>
    /// <param name="Question">The canonical question.</param>
    /// <param name="Answer">
    /// The answer's sentences, in order; at least one. Those of a server's own question have no evidence.
    /// </param>
    public sealed record EditQuestion(string Entry, string Question, IReadOnlyList<ChangedSentence> Answer)
        : SetChange(Entry);

    /// <summary>A new question that readers ask and the article does not answer.</summary>
    /// <param name="Entry">A new id.</param>
    /// <param name="Question">The canonical question.</param>
    /// <param name="Phrasings">Other ways to ask it.</param>
    /// <param name="Nearest">The closest passage, verbatim from the article.</param>
    public sealed record AddUnanswerable(
        string Entry, string Question, IReadOnlyList<string> Phrasings, string Nearest) : SetChange(Entry);

    /// <summary>
    /// A new question that the server's moderators answer themselves, from a rule or a page of theirs.
    /// </summary>
    /// <param name="Entry">A new id.</param>
    /// <param name="Question">The canonical question.</param>
    /// <param name="Phrasings">Other ways to ask it.</param>
    /// <param name="Answer">The answer.</param>
    /// <param name="Source">What the answer rests on, such as “Rule 4”; null or empty if there is an address.</param>
    /// <param name="Url">The http or https address of the source; null or empty if there is a text.</param>
    public sealed record AddServerQuestion(
        string Entry,
        string Question,
        IReadOnlyList<string> Phrasings,
        string Answer,
        string? Source = null,
        string? Url = null)
        : SetChange(Entry);

    /// <summary>A question, answerable or not, that the set no longer has.</summary>
    /// <param name="Entry">The entry's id.</param>
    public sealed record Retire(string Entry) : SetChange(Entry);
}
