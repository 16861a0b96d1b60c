using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Curation;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Layers;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary>A set as a server has changed it, with the history of the changes.</summary>
/// <param name="Server">The server.</param>
/// <param name="Shipped">The set without the server's changes.</param>
/// <param name="Current">The set with them, trained.</param>
/// <param name="Layers">The set with them, and the changes that don't apply any more.</param>
/// <param name="History">All changes of the server.</param>
internal sealed record CuratedSet(
    string Server, TrainedArticle Shipped, TrainedArticle Current, LayeredSet Layers, CurationHistory History)
{
    /// <summary>The article's name.</summary>
    public string Article => Set.Name;

    /// <summary>The set with the server's changes.</summary>
    public KnowledgeSet Set => Layers.Set;

    /// <summary>The changes that apply, the earliest first.</summary>
    public IReadOnlyList<CurationChange> Active => [.. History.ListActive(Article)];

    /// <summary>Creates an id for a question that is added.</summary>
    public string CreateId(string question) => NewEntryId.Create(
        question,
        Set.Questions.Concat<Entry>(Set.Unanswerable).Concat(Set.Withheld).Concat(Shipped.Article.Set.Questions)
            .Concat(Shipped.Article.Set.Unanswerable).Select(e => e.Id)
            .Concat(History.Changes.SelectMany(c => c.Changes).Select(c => c.Entry)));

    /// <summary>Whether a change that applies took an entry out of the set.</summary>
    public bool IsRetired(string id) =>
        Active.Any(c => c.Changes.Any(x => x is SetChange.Retire && x.Entry == id));

    /// <summary>Finds an entry by its id or its question; null if the set has none.</summary>
    public Entry? FindEntry(string idOrQuestion)
    {
        var entries = Set.Questions.Concat<Entry>(Set.Unanswerable).ToList();
        return entries.Find(e => e.Id == idOrQuestion)
            ?? entries.Find(e => string.Equals(e.Question, idOrQuestion, StringComparison.OrdinalIgnoreCase));
    }
}
