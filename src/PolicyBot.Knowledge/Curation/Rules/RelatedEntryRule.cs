using PolicyBot.Knowledge.Curation.Yaml;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Rules;

/// <summary>Related ids are those of other entries that have an answer; they can be checked when all entries are read.</summary>
internal sealed class RelatedEntryRule(DiagnosticBag diagnostics)
{
    private readonly List<(string Entry, string? Id, IReadOnlyList<LocatedText> Related)> _waiting = [];

    public void Add(string entry, string? id, IReadOnlyList<LocatedText> related) => _waiting.Add((entry, id, related));

    public void Check(IReadOnlySet<string> answered, IdRule all)
    {
        foreach (var (entry, id, related) in _waiting)
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
                        "Take the id out of “related”.");
                }
                else if (!seen.Add(text)) diagnostics.Add(line, entry, $"The related id {DiagnosticText.Quote(text)} is there twice.", "Keep it once.");
                else if (answered.Contains(text)) continue;
                else if (all.Contains(text))
                {
                    diagnostics.Add(
                        line,
                        entry,
                        $"The related id {DiagnosticText.Quote(text)} is that of an unanswered question.",
                        "Relate entries to questions that have an answer.");
                }
                else diagnostics.Add(line, entry, $"The related id {DiagnosticText.Quote(text)} is unknown.", Fix(text, answered));
            }
        }
    }

    private static string Fix(string id, IReadOnlySet<string> answered)
    {
        var nearest = NearestId.Find(id, answered);
        return nearest is null ? "Take it out." : $"Write the id of a question of this set; the nearest is “{nearest}”.";
    }
}
