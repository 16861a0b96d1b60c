using PolicyBot.Knowledge.Curation.Text;

namespace PolicyBot.Knowledge.Curation.Layers;

/// <summary>Which entry asks what, regardless of case, punctuation and space.</summary>
internal sealed class PhrasingOwners
{
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);

    /// <summary>Whether a set takes two phrasings for the same.</summary>
    public static bool AreSame(string first, string second) => TextKey.Create(first) == TextKey.Create(second);

    public static bool HasWord(string phrasing) => TextKey.Create(phrasing).Length > 0;

    public string? Find(string phrasing) => _owners.GetValueOrDefault(TextKey.Create(phrasing));

    public void Add(string phrasing, string id) => _owners[TextKey.Create(phrasing)] = id;

    public void Add(Entry entry)
    {
        Add(entry.Question, entry.Id);
        foreach (var phrasing in entry.Phrasings) Add(phrasing, entry.Id);
    }

    public void Remove(string phrasing) => _owners.Remove(TextKey.Create(phrasing));

    public void Remove(Entry entry)
    {
        Remove(entry.Question);
        foreach (var phrasing in entry.Phrasings) Remove(phrasing);
    }
}
