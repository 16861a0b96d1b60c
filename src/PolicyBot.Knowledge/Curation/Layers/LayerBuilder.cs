using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Layers;

/// <summary>Applies changes to a copy of a set.</summary>
internal sealed class LayerBuilder
{
    private readonly KnowledgeSet _shipped;
    private readonly ChangeReader _reader;
    private readonly PhrasingOwners _owners = new();
    private readonly OrderedDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _retired = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<EvidenceText>> _evidence = new(StringComparer.Ordinal);

    public LayerBuilder(KnowledgeSet shipped)
    {
        _shipped = shipped;
        _reader = new ChangeReader(shipped);
        foreach (var entry in shipped.Questions.Concat<Entry>(shipped.Unanswerable).Concat(shipped.Withheld))
        {
            _entries.Add(entry.Id, entry);
            _owners.Add(entry);
        }
    }

    /// <summary>Applies a change, or nothing of it.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="change">The change.</param>
    /// <returns>Why it doesn't apply; empty if it does.</returns>
    public IReadOnlyList<Diagnostic> Apply(int number, SetChange change)
    {
        var problems = new ChangeProblems(number, change.Entry);
        switch (change)
        {
            case SetChange.AddPhrasing(var id, var phrasing):
                AddPhrasing(id, phrasing, problems);
                break;
            case SetChange.RemovePhrasing(var id, var phrasing):
                RemovePhrasing(id, phrasing, problems);
                break;
            case SetChange.EditQuestion edit:
                Edit(edit, problems);
                break;
            case SetChange.Retire(var id):
                Retire(id, problems);
                break;
            default:
                Add(change, problems);
                break;
        }

        return problems.Diagnostics.All;
    }

    /// <summary>Creates the set with the changes so far.</summary>
    public KnowledgeSet Create()
    {
        var questions = _entries.Values.OfType<QuestionEntry>().ToList();
        var ids = questions.Select(q => q.Id).ToHashSet(StringComparer.Ordinal);
        return _shipped with
        {
            Questions =
            [
                .. questions.Select(q => q.Related.All(ids.Contains)
                    ? q
                    : q with { Related = [.. q.Related.Where(ids.Contains)] }),
            ],
            Unanswerable = [.. _entries.Values.OfType<UnanswerableEntry>()],
            Withheld = [.. _entries.Values.OfType<WithheldEntry>()],
            Evidence =
            [
                .. _shipped.Evidence.Where(e => !_evidence.ContainsKey(e.Entry)),
                .. _entries.Keys.SelectMany(id => _evidence.GetValueOrDefault(id, [])),
            ],
        };
    }

    private void AddPhrasing(string id, string phrasing, ChangeProblems problems)
    {
        if (Find(id, problems) is not { } entry) return;
        var read = ChangeReader.ReadPhrasing(phrasing, problems);
        if (read is null) return;
        CheckFree(read, "phrasing", null, problems);
        if (problems.Any) return;
        _entries[id] = entry with { Phrasings = [.. entry.Phrasings, read] };
        _owners.Add(read, id);
    }

    private void RemovePhrasing(string id, string phrasing, ChangeProblems problems)
    {
        if (Find(id, problems) is not { } entry) return;
        if (PhrasingOwners.AreSame(phrasing, entry.Question))
        {
            problems.Add(
                $"{DiagnosticText.Quote(phrasing)} is the question itself, not one of its other phrasings.",
                "Edit the question instead.");
            return;
        }

        var kept = entry.Phrasings.Where(p => !PhrasingOwners.AreSame(p, phrasing)).ToList();
        if (kept.Count == entry.Phrasings.Count)
        {
            problems.Add(
                $"{DiagnosticText.Quote(entry.Question)} has no phrasing {DiagnosticText.Quote(phrasing)}.",
                "Choose one of its phrasings; this one may already have been removed.");
            return;
        }

        _entries[id] = entry with { Phrasings = kept };
        _owners.Remove(phrasing);
    }

    private void Add(SetChange change, ChangeProblems problems)
    {
        var read = _reader.ReadNew(change, problems);
        if (_entries.TryGetValue(change.Entry, out var other))
        {
            problems.Add(
                $"The id {DiagnosticText.Quote(change.Entry)} is already used by "
                + $"{DiagnosticText.Quote(other.Question)}.",
                "Choose another id.");
        }

        if (read is null) return;
        CheckFree(read.Entry.Question, "question", null, problems);
        foreach (var phrasing in read.Entry.Phrasings) CheckFree(phrasing, "phrasing", null, problems);
        if (!problems.Any) Set(read.Entry, read.Evidence);
    }

    private void Edit(SetChange.EditQuestion edit, ChangeProblems problems)
    {
        if (Find(edit.Entry, problems) is not { } entry) return;
        if (entry is UnanswerableEntry)
        {
            problems.Add(
                $"The set says that the article doesn't answer {DiagnosticText.Quote(entry.Question)}.",
                "Retire it, and add it as a question with an answer.");
            return;
        }

        var question = entry as QuestionEntry;
        if (_reader.ReadEdited(edit, question?.Source, problems) is not { Entry: QuestionEntry edited } read) return;
        CheckFree(edited.Question, "question", entry.Id, problems);
        if (problems.Any) return;
        _owners.Remove(entry);
        Set(
            edited with
            {
                // The new question may have been one of them.
                Phrasings = [.. entry.Phrasings.Where(p => !PhrasingOwners.AreSame(p, edited.Question))],
                Topics = question?.Topics ?? edited.Topics,
                Related = question?.Related ?? [],
            },
            read.Evidence);
    }

    private void Retire(string id, ChangeProblems problems)
    {
        if (Find(id, problems) is not { } entry) return;
        // The reader of sets requires one, too.
        if (_shipped.Questions.Count > 0 && entry is QuestionEntry { Source: null }
            && _entries.Values.Count(e => e is QuestionEntry { Source: null }) == 1)
        {
            problems.Add(
                $"{DiagnosticText.Quote(entry.Question)} is the only question that the article answers.",
                "Add another one first.");
            return;
        }

        _entries.Remove(id);
        _owners.Remove(entry);
        _evidence[id] = [];
        _retired[id] = entry.Question;
    }

    private void Set(Entry entry, IReadOnlyList<EvidenceText> evidence)
    {
        _entries[entry.Id] = entry;
        _owners.Add(entry);
        _evidence[entry.Id] = evidence;
    }

    private Entry? Find(string id, ChangeProblems problems)
    {
        if (_entries.TryGetValue(id, out var entry)) return entry;
        if (_retired.TryGetValue(id, out var question))
        {
            problems.Add(
                $"The question {DiagnosticText.Quote(question)} was retired.",
                "Undo that first, or add it as a new question.");
        }
        else
        {
            problems.Add(
                $"The set has no question with the id {DiagnosticText.Quote(id)}.",
                NearestId.Find(id, _entries.Keys) is { } nearest
                    ? $"Choose one of its questions; the nearest id is “{nearest}”."
                    : "Add the question first.");
        }

        return null;
    }

    // Reports a text that an entry asks already, except a given one.
    private void CheckFree(string text, string what, string? id, ChangeProblems problems)
    {
        if (_owners.Find(text) is not { } owner || owner == id) return;
        var asked = PhrasingOwners.AreSame(text, _entries[owner].Question)
            ? "is already a question of the set."
            : $"is already a phrasing of {DiagnosticText.Quote(_entries[owner].Question)}.";
        problems.Add($"The {what} {DiagnosticText.Quote(text)} {asked}", "Use other words, or remove it there first.");
    }
}
