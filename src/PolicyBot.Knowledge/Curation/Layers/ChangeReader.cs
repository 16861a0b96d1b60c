using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Curation.Yaml;

namespace PolicyBot.Knowledge.Curation.Layers;

/// <summary>
/// Reads the entries of changes with the reader of sets, so that the same rules hold for them. It knows nothing about
/// the other entries.
/// </summary>
/// <param name="shipped">The set that is changed.</param>
internal sealed class ChangeReader(KnowledgeSet shipped)
{
    private readonly EvidenceNameRule _names = EvidenceNameRule.Create(shipped);

    /// <summary>Reads a phrasing; null if it has a problem, which is reported.</summary>
    public static string? ReadPhrasing(string phrasing, ChangeProblems problems)
    {
        FormRules.CheckPhrasings("", [phrasing], problems);
        if (problems.Any) return null;
        var texts = new TextFieldReader(problems.Diagnostics);
        var read = texts.ReadPhrasing(phrasing, problems.Number, problems.Entry, Limits.Phrasing);
        return problems.Any ? null : read;
    }

    /// <summary>Reads the entry that a change adds; null if it has a problem, which is reported.</summary>
    public ChangedEntry? ReadNew(SetChange change, ChangeProblems problems)
    {
        FormRules.Check(change, problems);
        if (problems.Any) return null;
        var nodes = new ChangeNodes(problems.Number);
        switch (change)
        {
            case SetChange.AddQuestion added:
                var question = nodes.CreateAsked(added.Entry, added.Question, added.Phrasings);
                nodes.AddAnswer(question, added.Answer);
                return Read(question, problems, static (reader, list) => reader.ReadQuestions(list));
            case SetChange.AddUnanswerable added:
                var unanswerable = nodes.CreateAsked(added.Entry, added.Question, added.Phrasings);
                nodes.AddText(unanswerable, "nearest", added.Nearest);
                return Read(unanswerable, problems, static (reader, list) => reader.ReadUnanswerable(list));
            case SetChange.AddServerQuestion added:
                return ReadServerQuestion(
                    nodes.CreateAsked(added.Entry, added.Question, added.Phrasings),
                    [added.Answer],
                    ReadSource(added, problems),
                    problems);
            default:
                throw new ArgumentException($"A change “{change.GetType().Name}” adds no entry.", nameof(change));
        }
    }

    /// <summary>Reads the new question and answer of an entry; null if one has a problem, which is reported.</summary>
    /// <param name="edit">The change.</param>
    /// <param name="source">The source, if it is a server's own question.</param>
    /// <param name="problems">Receives the problems.</param>
    public ChangedEntry? ReadEdited(SetChange.EditQuestion edit, ServerSource? source, ChangeProblems problems)
    {
        FormRules.Check(edit, source, problems);
        if (problems.Any) return null;
        var nodes = new ChangeNodes(problems.Number);
        var asked = nodes.CreateAsked(edit.Entry, edit.Question, []);
        if (source is not null)
            return ReadServerQuestion(asked, [.. edit.Answer.Select(s => s.Text)], source, problems);
        nodes.AddAnswer(asked, edit.Answer);
        return Read(asked, problems, static (reader, list) => reader.ReadQuestions(list));
    }

    private ChangedEntry? Read(
        Node entry, ChangeProblems problems, Func<QuestionsReader, Node, IReadOnlyList<Entry>> read)
    {
        var context = CreateContext(problems);
        var list = new Node(NodeKind.List, problems.Number);
        list.Add(entry);
        var entries = read(new QuestionsReader(context), list);
        return problems.Any ? null : new ChangedEntry(entries[0], context.Passages.Evidence);
    }

    private ChangedEntry? ReadServerQuestion(
        Node asked, IReadOnlyList<string> answer, ServerSource? source, ChangeProblems problems)
    {
        var context = CreateContext(problems);
        if (EntryFields.Read(asked, problems.Entry, problems.Diagnostics, ["id", "question", "phrasings"])
            is not { } fields)
            return null;
        var id = context.ReadId(fields, context.QuestionIds);
        var (question, phrasings) = context.ReadQuestion(fields, id);
        var nodes = new ChangeNodes(problems.Number);
        var sentences = answer.Select(t => ReadText(nodes, t, "answer", Limits.Answer, problems)).ToList();
        if (problems.Any) return null;
        var statements = sentences.Select(t => new Statement(t!, [])).ToList();
        return new ChangedEntry(
            new QuestionEntry(id!, question!, phrasings, statements, [LayeredSet.ServerTopic], []) { Source = source },
            []);
    }

    private static ServerSource? ReadSource(SetChange.AddServerQuestion added, ChangeProblems problems)
    {
        var nodes = new ChangeNodes(problems.Number);
        var text = ReadText(nodes, added.Source, "source", Limits.Name, problems);
        var address = ReadText(nodes, added.Url, "url", Limits.Url, problems);
        var url = address is null ? null : WebAddress.Parse(address);
        if (address is not null && (url is null || url.Length > Limits.Url)) FormRules.ReportAddress(address, problems);
        return text is null && url is null ? null : new ServerSource(text, url);
    }

    private static string? ReadText(ChangeNodes nodes, string? text, string what, int limit, ChangeProblems problems) =>
        string.IsNullOrWhiteSpace(text)
            ? null
            : new TextFieldReader(problems.Diagnostics).ReadOne(
                nodes.CreateText(text), problems.Entry, what, limit);

    // Without earlier versions: what a moderator changes now rests on the current one.
    private ReadingContext CreateContext(ChangeProblems problems) =>
        new(shipped.Article, [], problems.Diagnostics, new SetLocations("", ChangeProblems.File, ""), 16)
        {
            EvidenceNames = _names,
        };
}
