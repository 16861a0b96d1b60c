using PolicyBot.Knowledge.Curation.Yaml;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>Collects the phrasings of an entry: first those of knowledge.yaml, then those of phrasings.txt.</summary>
/// <param name="id">The entry's id.</param>
/// <param name="fields">The entry.</param>
internal sealed class EntryPhrasings(string? id, EntryFields fields)
{
    private readonly List<int> _lines = [];

    public string? Id { get; } = id;

    public EntryFields Fields { get; } = fields;

    /// <summary>The phrasings so far, in order; the entry of the set shares this list.</summary>
    public List<string> Phrasings { get; } = [];

    /// <summary>The line of each phrasing.</summary>
    public int[] Lines => [.. _lines];

    /// <summary>The number of phrasings in knowledge.yaml.</summary>
    public int InKnowledge { get; private set; }

    public void Add(string phrasing, int line, bool isInKnowledge)
    {
        Phrasings.Add(phrasing);
        _lines.Add(line);
        if (isInKnowledge) InKnowledge++;
    }
}
