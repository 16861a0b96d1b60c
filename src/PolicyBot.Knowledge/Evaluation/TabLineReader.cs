using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Evaluation;

/// <summary>Reads tab-separated lines of half, right entries, style and question.</summary>
internal sealed class TabLineReader(KnowledgeSet set) : IQuestionLineReader
{
    private const string Form = "Write half, entries, style and question, with a tab between.";

    public bool IsSkipped(string line) => string.IsNullOrWhiteSpace(line) || line[0] == '#';

    public EvaluationQuestion? Read(string line, Action<string?, string, string> report)
    {
        var fields = line.Split('\t');
        if (fields.Length != 4)
        {
            report(null, $"The line has {fields.Length} fields, not 4.", Form);
            return null;
        }

        if (fields.Any(string.IsNullOrWhiteSpace))
        {
            report(null, "A field of the line is empty.", Form);
            return null;
        }

        if (EvaluationFile.FindHalf(fields[0]) is not { } half)
        {
            report(null, $"The half “{fields[0]}” is unknown.", "Write tuning or held.");
            return null;
        }

        var entries = new List<QuestionEntry>();
        foreach (var id in fields[1] == "-" ? [] : fields[1].Split('|'))
        {
            if (set.FindQuestion(id) is { } entry) entries.Add(entry);
            else
            {
                const string Fix = "Write the id of an entry, or - if the article doesn't answer.";
                report(id, $"The set has no question entry “{id}”.", Fix);
            }
        }

        return new EvaluationQuestion(
            half,
            fields[2],
            fields[3],
            [.. entries.SelectMany(e => e.Evidence).Distinct()],
            [.. entries.Select(e => e.Id)]);
    }
}
