using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Curation.Yaml;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>Reads people and organisations, which have the same shape.</summary>
internal sealed class NamedEntityReader(ReadingContext context)
{
    public List<Person> ReadPeople(Node? part) =>
        Read(
            part,
            "people",
            (id, name, role, evidence, also, review) =>
                new Person(id, name, role, evidence, also) { Review = review });

    public List<Organisation> ReadOrganisations(Node? part) =>
        Read(
            part,
            "organisations",
            (id, name, role, evidence, also, review) =>
                new Organisation(id, name, role, evidence, also) { Review = review });

    private List<T> Read<T>(
        Node? part, string partName, Func<string, string, string, Passage, IReadOnlyList<string>, string?, T> create)
    {
        var all = new List<T>();
        var ids = new IdRule(context.Diagnostics);
        foreach (var fields in context.ReadEntries(part, partName, "id", ["id", "name", "role", "evidence"], "also"))
        {
            var id = context.ReadId(fields, ids);
            var name = context.Texts.ReadOne(fields["name"], fields.Entry, "name", Limits.Name);
            var role = context.Texts.ReadOne(fields["role"], fields.Entry, "role", Limits.Name);
            var evidence = context.Texts.ReadOne(fields["evidence"], fields.Entry, "evidence", Limits.Evidence);
            var also = context.Texts.ReadMany(fields["also"], fields.Entry, "also", Limits.Name, mayBeEmpty: true);
            var review = context.ReadReview(fields);
            if (name is not null)
            {
                context.EvidenceNames.Add(name);
                context.UniqueNames.Add(name, fields["name"]!.Line, partName, fields);
            }

            foreach (var (text, line) in also)
            {
                context.EvidenceNames.AddIfOneWord(text);
                context.UniqueNames.Add(text, line, partName, fields);
            }

            var passage = evidence is null
                ? null
                : context.Passages.Find(evidence, fields["evidence"]!.Line, fields.Entry, "evidence");
            if (evidence is not null)
            {
                CheckNames(name, "name", evidence, fields);
                CheckNames(role, "role", evidence, fields);
            }

            if (id is not null && name is not null && role is not null && passage is not null)
                all.Add(create(id, name, role, passage, ReadingContext.GetTexts(also), review));
        }

        return all;
    }

    private void CheckNames(string? text, string what, string evidence, EntryFields fields)
    {
        if (text is null) return;
        var missing = context.EvidenceNames.FindMissing(text, [evidence]);
        if (missing.Count > 0)
            context.Diagnostics.Add(
                fields[what]!.Line,
                fields.Entry,
                $"The {what} says {DiagnosticText.QuoteAll(missing)}, but its evidence doesn't.",
                new MissingNameAdvice(context.Article).GetFix(missing));
    }
}
