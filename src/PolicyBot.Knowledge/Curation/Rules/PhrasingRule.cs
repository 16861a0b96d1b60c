using PolicyBot.Knowledge.Curation.Reading;

namespace PolicyBot.Knowledge.Curation.Rules;

/// <summary>No phrasing stands twice, in one entry or in two: a question must lead to one entry.</summary>
internal sealed class PhrasingRule(FaultList faults)
{
    private readonly Dictionary<string, (Fields Owner, int Line)> seen = new(5000, StringComparer.Ordinal);

    public void Add(string phrasing, int line, Fields owner)
    {
        var key = TextKey.Of(phrasing);
        if (key.Length == 0)
        {
            faults.Add(
                line,
                owner.Entry,
                $"The phrasing {Wording.Show(phrasing)} has no word.",
                "Write a question into it, or take it out.");
        }
        else if (!seen.TryAdd(key, (owner, line)))
        {
            var (other, first) = seen[key];
            var where = other == owner ? "already in this entry" : $"also one of “{other.Entry}”";
            faults.Add(
                line,
                owner.Entry,
                $"The phrasing {Wording.Show(phrasing)} is {where}, on line {first}.",
                "Keep it in one place, and take it out of the other.");
        }
    }
}
