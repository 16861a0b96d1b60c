using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Curation.Yaml;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>What the readers of a set's parts share: the rules across parts, and the diagnostics.</summary>
internal sealed class ReadingContext(
    Article? article,
    IReadOnlyList<Article> earlier,
    DiagnosticBag diagnostics,
    SetLocations locations,
    int expectedPhrasings)
{
    /// <summary>The key that marks an entry or a sentence as one that a person must check first.</summary>
    public const string ReviewKey = "review";

    private readonly List<ReviewMark> _reviewMarks = [];

    public Article? Article { get; } = article;

    /// <summary>The earlier versions of the article, the latest first.</summary>
    public IReadOnlyList<Article> Earlier { get; } = earlier;

    /// <summary>The marks so far.</summary>
    public IReadOnlyList<ReviewMark> ReviewMarks => _reviewMarks;

    public DiagnosticBag Diagnostics { get; } = diagnostics;

    /// <summary>The locations of the parts, recorded while reading.</summary>
    public SetLocations Locations { get; } = locations;

    public TextFieldReader Texts { get; } = new(diagnostics);

    public PassageFinder Passages { get; } = new(article, earlier, diagnostics);

    public EvidenceNameRule EvidenceNames { get; init; } = new();

    public UniqueNameRule UniqueNames { get; } = new(diagnostics);

    public UniquePhrasingRule UniquePhrasings { get; } = new(expectedPhrasings);

    /// <summary>The entries of all questions, answerable or not, by id; the first of duplicates.</summary>
    public Dictionary<string, EntryPhrasings> Entries { get; } = new(StringComparer.Ordinal);

    /// <summary>The ids of all questions, answerable or not.</summary>
    public IdRule QuestionIds { get; } = new(diagnostics);

    public RelatedEntryRule Related { get; } = new(diagnostics);

    /// <summary>
    /// Reads the entries of a part, each labeled with the value of one of its keys, or with its position.
    /// </summary>
    public IEnumerable<EntryFields> ReadEntries(
        Node? part, string name, string labelKey, string[] required, params string[] optional)
    {
        if (part is null) yield break;
        if (part.Kind != NodeKind.List)
        {
            // An empty part has no entries.
            if (part is not { Kind: NodeKind.Text, Text: "" })
            {
                Diagnostics.Add(
                    part.Line,
                    name,
                    $"“{name}” must be a list, not {part.Describe()}.",
                    "Begin each entry with “- ”.");
            }
            yield break;
        }

        for (var i = 0; i < part.Children.Count; i++)
        {
            var node = part.Children[i];
            var entry = EntryFields.Peek(node, labelKey, Limits.Name) ?? $"{name}, entry {i + 1}";
            if (EntryFields.Read(node, entry, Diagnostics, required, [.. optional, ReviewKey]) is { } fields)
                yield return fields;
        }
    }

    /// <summary>Reads an entry's id and reports an invalid one.</summary>
    public string? ReadId(EntryFields fields, IdRule ids)
    {
        var id = Texts.ReadOne(fields["id"], fields.Entry, "id", int.MaxValue);
        if (id is not null) ids.Add(id, fields["id"]!.Line, fields.Entry);
        return id;
    }

    /// <summary>Reads why an entry or a sentence must be checked, and records the mark; null if it has none.</summary>
    public string? ReadReview(EntryFields fields)
    {
        var node = fields[ReviewKey];
        var reason = Texts.ReadOne(node, fields.Entry, ReviewKey, Limits.Review);
        if (reason is not null)
            _reviewMarks.Add(new ReviewMark(new Location(Diagnostics.File, node!.Line), fields.Entry, reason));
        return reason;
    }

    /// <summary>Reads an entry's canonical question and its phrasings, to which phrasings.txt may add.</summary>
    public (string? Question, IReadOnlyList<string> Phrasings) ReadQuestion(EntryFields fields, string? id)
    {
        var asked = new EntryPhrasings(id, fields);
        if (id is not null) Entries.TryAdd(id, asked);
        var question = Texts.ReadOne(fields["question"], fields.Entry, "question", Limits.Question);
        if (question is not null) UniquePhrasings.Add(question, fields["question"]!.Line, fields, Diagnostics);
        foreach (var (text, line) in Texts.ReadLines(fields["phrasings"], fields.Entry, "phrasings", Limits.Phrasing))
        {
            UniquePhrasings.Add(text, line, fields, Diagnostics);
            asked.Add(text, line, isInKnowledge: true);
        }

        return (question, asked.Phrasings);
    }

    /// <summary>Gets texts without their lines.</summary>
    public static IReadOnlyList<string> GetTexts(IReadOnlyList<LocatedText> texts) => [.. texts.Select(t => t.Text)];
}
