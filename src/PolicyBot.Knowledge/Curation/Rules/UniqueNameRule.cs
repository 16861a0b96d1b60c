using PolicyBot.Knowledge.Curation.Text;
using PolicyBot.Knowledge.Curation.Yaml;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Rules;

/// <summary>A name has one meaning: people, organisations, synonyms and absent names share none.</summary>
internal sealed class UniqueNameRule(DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, (EntryFields Owner, string Part, int Line)> _seen = new(StringComparer.Ordinal);

    public void Add(string name, int line, string part, EntryFields owner)
    {
        var key = TextKey.Create(name);
        if (key.Length == 0)
        {
            diagnostics.Add(
                line,
                owner.Entry,
                $"The name {DiagnosticText.Quote(name)} has no words.",
                "Write a name, or remove it.");
        }
        else if (!_seen.TryAdd(key, (owner, part, line)) && _seen[key] is var first && first.Owner != owner)
        {
            diagnostics.Add(
                line,
                owner.Entry,
                $"The name {DiagnosticText.Quote(name)} has two meanings: "
                + $"it is also in {first.Part}, “{first.Owner.Entry}”, on line {first.Line}.",
                "Keep it where it belongs, and remove it from the other.");
        }
    }
}
