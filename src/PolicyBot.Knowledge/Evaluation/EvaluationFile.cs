using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Evaluation;

/// <summary>
/// Reads evaluation questions: a line each of half, right entries (joined by |, or - where the article does not answer), style and question, with
/// tabs between; lines that begin with # and empty lines are passed over.
/// </summary>
public static class EvaluationFile
{
    /// <summary>Reads a file's text.</summary>
    /// <param name="file">The file.</param>
    /// <param name="set">The set whose entries it may name.</param>
    /// <param name="faults">Every fault found; empty where there is none.</param>
    /// <returns>The sound questions, in order.</returns>
    public static IReadOnlyList<EvaluationQuestion> Read(KnowledgeFile file, KnowledgeSet set, out IReadOnlyList<Fault> faults)
    {
        var ids = set.Questions.Select(q => q.Id).ToHashSet(StringComparer.Ordinal);
        var questions = new List<EvaluationQuestion>();
        var found = new List<Fault>();
        var number = 0;
        foreach (var line in file.Text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var fields = line.Split('\t');
            if (fields.Length != 4)
            {
                found.Add(new Fault(file.Path, number, null, $"The line has {fields.Length} fields.", "Give half, entries, style and question, with a tab between."));
            }
            else if (HalfOf(fields[0]) is not { } half)
            {
                found.Add(new Fault(file.Path, number, null, $"“{fields[0]}” is no half.", "Write tuning or held."));
            }
            else if (fields.Any(f => f.Trim().Length == 0))
            {
                found.Add(new Fault(file.Path, number, null, "A field of the line is empty.", "Give half, entries, style and question, with a tab between."));
            }
            else
            {
                string[] entries = fields[1] == "-" ? [] : fields[1].Split('|');
                var strange = entries.Where(e => !ids.Contains(e)).ToList();
                foreach (var entry in strange)
                    found.Add(new Fault(file.Path, number, entry, $"There is no question entry “{entry}”.", "Name an entry of the set, or - where the article does not answer."));
                if (strange.Count == 0) questions.Add(new EvaluationQuestion(half, entries, fields[2], fields[3]));
            }
        }

        if (questions.Count == 0 && found.Count == 0) found.Add(new Fault(file.Path, 1, null, "The file has no question.", "Give at least one line."));
        faults = found;
        return questions;
    }

    private static EvaluationHalf? HalfOf(string text) => text switch
    {
        "tuning" => EvaluationHalf.Tuning,
        "held" => EvaluationHalf.Held,
        _ => null,
    };
}
