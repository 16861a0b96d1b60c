using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Curation.Yaml;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>What the readers of a set's parts share: the rules that hold across parts, and where faults go.</summary>
internal sealed class ReadingContext(
    Article? article, DiagnosticBag faults, SetLocations locations, int expectedPhrasings)
{
    public Article? Article { get; } = article;

    public DiagnosticBag Faults { get; } = faults;

    /// <summary>Where the parts are, recorded while they are read.</summary>
    public SetLocations Locations { get; } = locations;

    public Texts Texts { get; } = new(faults);

    public PassageFinder Passages { get; } = new(article, faults);

    public NameRule Names { get; } = new();

    public MeaningRule Meanings { get; } = new(faults);

    public PhrasingRule Phrasings { get; } = new(expectedPhrasings);

    /// <summary>The entries of all questions, answered or not, by id; of two with one id, the first.</summary>
    public Dictionary<string, AskedEntry> Asked { get; } = new(StringComparer.Ordinal);

    /// <summary>The ids of all questions, answered or not.</summary>
    public IdRule QuestionIds { get; } = new(faults);

    public RelatedRule Related { get; } = new(faults);

    /// <summary>The entries of a part, each named by the text of one of its keys or else by its place.</summary>
    public IEnumerable<FieldReader> Entries(Node? part, string name, string labelKey, string[] required, params string[] optional)
    {
        if (part is null) yield break;
        if (part.Kind != NodeKind.List)
        {
            // A part that is left empty is one without entries.
            if (part is not { Kind: NodeKind.Text, Text: "" })
            {
                Faults.Add(
                    part.Line,
                    name,
                    $"{NodeKinds.Name(part)} stands where the list “{name}” must be.",
                    "Begin each entry with “- ”.");
            }
            yield break;
        }

        for (var i = 0; i < part.Children.Count; i++)
        {
            var node = part.Children[i];
            var entry = FieldReader.Peek(node, labelKey, Limits.Name) ?? $"{name}, entry {i + 1}";
            if (FieldReader.Read(node, entry, Faults, required, optional) is { } fields) yield return fields;
        }
    }

    /// <summary>An entry's id, which is told where it is not as it must be.</summary>
    public string? Id(FieldReader fields, IdRule ids)
    {
        var id = Texts.One(fields["id"], fields.Entry, "id", int.MaxValue);
        if (id is not null) ids.Add(id, fields["id"]!.Line, fields.Entry);
        return id;
    }

    /// <summary>The canonical question and the phrasings of an entry; phrasings.txt may add to them.</summary>
    public (string? Question, IReadOnlyList<string> Phrasings) ReadAsked(FieldReader fields, string? id)
    {
        var asked = new AskedEntry(id, fields);
        if (id is not null) Asked.TryAdd(id, asked);
        var question = Texts.One(fields["question"], fields.Entry, "question", Limits.Question);
        if (question is not null) Phrasings.Add(question, fields["question"]!.Line, fields, Faults);
        foreach (var (text, line) in Texts.Lines(fields["phrasings"], fields.Entry, "phrasings", Limits.Phrasing))
        {
            Phrasings.Add(text, line, fields, Faults);
            asked.Add(text, line, isInKnowledge: true);
        }

        return (question, asked.Phrasings);
    }

    /// <summary>Texts without their lines.</summary>
    public static IReadOnlyList<string> Plain(IReadOnlyList<LocatedText> texts) => [.. texts.Select(t => t.Text)];
}
