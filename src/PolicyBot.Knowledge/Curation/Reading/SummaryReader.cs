using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Curation.Yaml;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>Reads the summary.</summary>
internal sealed class SummaryReader(ReadingContext context)
{
    private const string Part = "summary";

    public Summary? Read(Node? part)
    {
        if (part is null
            || EntryFields.Read(part, Part, context.Diagnostics, ["line", "short", "points"]) is not { } fields)
            return null;
        var statements = new StatementReader(context);
        var line = fields["line"] is { } node ? statements.Read(node, "summary line", Limits.SummaryLine) : null;
        var sentences = statements.ReadMany(
            fields["short"],
            Part,
            "short",
            Limits.SummaryShort,
            Limits.SummaryShort,
            i => $"summary short, sentence {i + 1}");
        var points = statements.ReadMany(
            fields["points"], Part, "points", Limits.SummaryPoint, int.MaxValue, i => $"summary point {i + 1}");
        return line is null ? null : new Summary(line, sentences, points);
    }
}
