using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Curation.Yaml;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>Reads people and organisations, which have the same shape.</summary>
internal sealed class NamedReader(ReadingContext context)
{
    public List<Person> People(Node? part) => Read(part, "people", (id, name, role, evidence, also) => new Person(id, name, role, evidence, also));

    public List<Organisation> Organisations(Node? part) =>
        Read(part, "organisations", (id, name, role, evidence, also) => new Organisation(id, name, role, evidence, also));

    private List<T> Read<T>(Node? part, string partName, Func<string, string, string, Passage, IReadOnlyList<string>, T> create)
    {
        var all = new List<T>();
        var ids = new IdRule(context.Faults);
        foreach (var fields in context.Entries(part, partName, "id", ["id", "name", "role", "evidence"], "also"))
        {
            var id = context.Id(fields, ids);
            var name = context.Texts.One(fields["name"], fields.Entry, "name", Limits.Name);
            var role = context.Texts.One(fields["role"], fields.Entry, "role", Limits.Name);
            var evidence = context.Texts.One(fields["evidence"], fields.Entry, "evidence", Limits.Evidence);
            var also = context.Texts.Many(fields["also"], fields.Entry, "also", Limits.Name, mayBeEmpty: true);
            if (name is not null)
            {
                context.Names.Know(name);
                context.Meanings.Add(name, fields["name"]!.Line, partName, fields);
            }

            foreach (var (text, line) in also)
            {
                context.Names.KnowIfOneWord(text);
                context.Meanings.Add(text, line, partName, fields);
            }

            var passage = evidence is null ? null : context.Passages.Find(evidence, fields["evidence"]!.Line, fields.Entry, "evidence");
            if (evidence is not null)
            {
                CheckNames(name, "name", evidence, fields);
                CheckNames(role, "role", evidence, fields);
            }

            if (id is not null && name is not null && role is not null && passage is not null)
                all.Add(create(id, name, role, passage, ReadingContext.Plain(also)));
        }

        return all;
    }

    private void CheckNames(string? text, string what, string evidence, FieldReader fields)
    {
        if (text is null) return;
        var lacking = context.Names.Lacking(text, [evidence]);
        if (lacking.Count > 0)
            context.Faults.Add(
                fields[what]!.Line,
                fields.Entry,
                $"The {what} says {DiagnosticText.ShowAll(lacking)}, which its evidence lacks.",
                new NamesInArticle(context.Article).GetFix(lacking));
    }
}
