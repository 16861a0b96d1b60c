using PolicyBot.Knowledge.Curation.Yaml;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Rules;

/// <summary>Related ids must be those of other answerable entries; checked after all entries are read.</summary>
internal sealed class RelatedEntryRule(DiagnosticBag diagnostics)
{
    private readonly List<(string Entry, string? Id, IReadOnlyList<LocatedText> Related)> _pending = [];

    public void Add(string entry, string? id, IReadOnlyList<LocatedText> related) => _pending.Add((entry, id, related));

    public void Check(IReadOnlySet<string> answered, IdRule all)
    {
        foreach (var (entry, id, related) in _pending)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (text, line) in related)
            {
                if (text == id)
                {
                    diagnostics.Add(
                        line,
                        entry,
                        $"The entry is related to itself: {DiagnosticText.Quote(text)}.",
                        "Remove the id from “related”.");
                }
                else if (!seen.Add(text))
                {
                    diagnostics.Add(
                        line,
                        entry,
                        $"The related id {DiagnosticText.Quote(text)} is listed twice.",
                        "Remove one of them.");
                }
                else if (answered.Contains(text)) continue;
                else if (all.Contains(text))
                {
                    diagnostics.Add(
                        line,
                        entry,
                        $"The related id {DiagnosticText.Quote(text)} is an unanswerable question.",
                        "Only relate questions that have an answer.");
                }
                else
                    diagnostics.Add(
                        line,
                        entry,
                        $"The related id {DiagnosticText.Quote(text)} is unknown.",
                        GetFix(text, answered));
            }
        }
    }

    private static string GetFix(string id, IReadOnlySet<string> answered)
    {
        var nearest = NearestId.Find(id, answered);
        return nearest is null ? "Remove it." : $"Use the id of a question of this set; the nearest is “{nearest}”.";
    }
}
